def zero_pad_shortcut(x, channels, window, stride):
    """Fewer pixels, and zeros in the new channels."""
    return F.pad(F.avg_pool2d(x, window, stride, ceil_mode=True), (0, 0, 0, 0, 0, channels - x.shape[1]))
