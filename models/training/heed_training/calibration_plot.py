"""A picture of calibration: what was predicted against what happened, a dot for each tenth of the rows."""

from heed_training.evaluation import CalibrationBin

_SIDE = 320
_MARGIN = 40


def calibration_plot(bins: list[CalibrationBin], title: str) -> str:
    """The picture as SVG; it needs nothing else, and is readable on light and dark pages."""
    largest = max([0.01, *(max(part.predicted, part.happened) for part in bins)])
    dots = "".join(
        f'<circle cx="{_across(part.predicted / largest):.1f}" cy="{_down(part.happened / largest):.1f}" r="5">'
        f"<title>{part.rows} rows: predicted {part.predicted:.3f}, happened {part.happened:.3f}</title></circle>"
        for part in bins
    )
    path = " ".join(f"{_across(part.predicted / largest):.1f},{_down(part.happened / largest):.1f}" for part in bins)
    size = _SIDE + 2 * _MARGIN
    middle = size / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}" '
        f'font-family="sans-serif" font-size="13" fill="#808080" role="img">'
        f"<title>{title}</title>"
        f'<path d="M{_across(0)} {_down(0)}H{_across(1)}M{_across(0)} {_down(0)}V{_down(1)}" stroke="#808080"/>'
        f'<path d="M{_across(0)} {_down(0)}L{_across(1)} {_down(1)}" stroke="#808080" stroke-dasharray="4 4"/>'
        f'<polyline points="{path}" fill="none" stroke="#2f7ed8"/><g fill="#2f7ed8">{dots}</g>'
        f'<text x="{middle}" y="{size - 8}" text-anchor="middle">predicted, 0 to {largest:.2f}</text>'
        f'<text x="14" y="{middle}" text-anchor="middle" transform="rotate(-90 14 {middle})">happened</text>'
        "</svg>\n"
    )


def _across(share: float) -> float:
    return _MARGIN + share * _SIDE


def _down(share: float) -> float:
    return _MARGIN + (1 - share) * _SIDE
