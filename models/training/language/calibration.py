"""Distress: how likely frustrated or angry, calibrated on messages that the model had not seen."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from states import DISTRESS, STATES

SMALLEST = 1e-6


def log_odds(states: np.ndarray) -> np.ndarray:
    """What a graph calibrates."""
    distressed = np.isin(STATES, DISTRESS)
    return np.log((states[:, distressed].sum(axis=1) + SMALLEST) / (states[:, ~distressed].sum(axis=1) + SMALLEST))


def calibration(states: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """Slope and offset of Platt's scaling."""
    model = LogisticRegression(C=1e6).fit(log_odds(states).reshape(-1, 1), is_distressed(truth))
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def calibrated(states: np.ndarray, slope: float, offset: float) -> np.ndarray:
    """The distress of messages by the probabilities of their states."""
    return 1 / (1 + np.exp(-(slope * log_odds(states) + offset)))


def is_distressed(truth: np.ndarray) -> np.ndarray:
    """Which messages are frustrated or angry, by the numbers of their states."""
    return np.isin(truth, [STATES.index(state) for state in DISTRESS])
