// exercise 13.channels (2)
static long[] ChannelPath(long first, long growth, int[] blocks, double theta) =>
    throw new NotImplementedException(
        "Return the channels at the start and behind every block and transition.");
