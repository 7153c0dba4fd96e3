// exercise 12.channels (2)
// wrong: halves the side as if the windows were padded
static long[] Reduce(long channels, long side, long[] branches) => side < 3
    ? throw new ArgumentException("A 3x3 window needs a map of at least 3x3.")
    : [channels + branches.Sum(), (side + 1) / 2];
