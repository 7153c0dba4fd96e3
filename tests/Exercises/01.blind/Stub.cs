// exercise 01.blind (3)
static long FirstBlind(long[][] layers, long size) =>
    throw new NotImplementedException(
        "Return the index of the first layer that finds no new pixels, or -1.");
