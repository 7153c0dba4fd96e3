// exercise 10.depth (2)
static int BlocksPerStage(int depth) =>
    throw new NotImplementedException(
        "Return n for depth 6n + 2 and throw an ArgumentException for any other depth.");
