package io.heed.jobs.commands.backtest;

/** How the page looks, on light and dark screens and on paper. */
final class PageStyle {
    static final String CSS = """
            :root { color-scheme: light dark; --page: #ffffff; --card: #f6f8fa; --line: #d8dee4; --text: #1f2328;
              --faint: #59636e; --old: #a3adb8; --new: #0969da; --gain: #1a7f37; --lose: #bc4c00; }
            @media (prefers-color-scheme: dark) {
              :root { --page: #0d1117; --card: #161b22; --line: #30363d; --text: #e6edf3; --faint: #9aa4af;
                --old: #667180; --new: #58a6ff; --gain: #3fb950; --lose: #f0883e; }
            }
            body { margin: 0 auto; max-width: 980px; padding: 28px 24px 64px; background: var(--page); color: var(--text);
              font: 15px/1.5 -apple-system, "Segoe UI", Helvetica, Arial, "DejaVu Sans", sans-serif; }
            h1 { font-size: 26px; line-height: 1.25; margin: 0 0 4px; }
            h2 { font-size: 19px; margin: 44px 0 4px; padding-top: 18px; border-top: 1px solid var(--line); }
            h3 { font-size: 15px; margin: 26px 0 6px; }
            a { color: var(--new); text-decoration: none; }
            a:hover { text-decoration: underline; }
            p { margin: 4px 0 10px; }
            .faint, .remark, .label, caption { color: var(--faint); }
            .note { border-left: 3px solid var(--lose); padding: 2px 12px; }
            .tiles { display: flex; flex-wrap: wrap; gap: 10px; margin: 14px 0; }
            .tile { flex: 1 1 150px; background: var(--card); border: 1px solid var(--line); border-radius: 8px;
              padding: 10px 14px; }
            .label, .remark { font-size: 13px; }
            .figure { font-size: 21px; font-weight: 600; white-space: nowrap; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; margin: 6px 0 14px; font-size: 14px; }
            caption { text-align: left; padding-bottom: 4px; font-size: 13px; }
            th { text-align: left; font-weight: 600; color: var(--faint); font-size: 13px; white-space: nowrap; }
            th, td { padding: 5px 14px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
            th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            td.time, td a { white-space: nowrap; }
            figure { margin: 14px 0; }
            figcaption { font-weight: 600; font-size: 14px; margin-bottom: 4px; }
            .key { font-weight: 400; color: var(--faint); margin-left: 12px; }
            .swatch { display: inline-block; height: 10px; border-radius: 2px; margin-right: 5px; }
            .swatch.old { width: 14px; background: var(--old); }
            .swatch.new { width: 7px; background: var(--new); }
            figure svg { width: 100%; height: auto; display: block; }
            figure svg text { font-size: 12px; fill: var(--faint); }
            figure svg .end { text-anchor: end; }
            figure svg .grid { stroke: var(--line); stroke-dasharray: 2 3; }
            figure svg .axis { stroke: var(--faint); }
            figure svg .old { fill: var(--old); }
            figure svg .new { fill: var(--new); }
            figure svg .hit { fill: transparent; }
            figure svg g:hover .hit { fill: var(--line); opacity: 0.5; }
            .drawing { max-width: 100%; height: auto; display: block; margin: 6px 0 16px; }
            summary { cursor: pointer; font-weight: 600; margin: 10px 0; }
            footer { margin-top: 48px; font-size: 13px; color: var(--faint); }
            """;

    private PageStyle() {}
}
