"""`copydesk vocabulary build`."""
