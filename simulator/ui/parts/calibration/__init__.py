"""Parts of the calibration page."""
