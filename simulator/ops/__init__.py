"""Running the whole installation: doctor, replay."""
