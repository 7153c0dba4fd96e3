// exercise 10.depth (2)
// wrong: counts convolutions of a stage, two for each block
static int BlocksPerStage(int depth) =>
    depth >= 8 && (depth - 2) % 6 == 0
        ? (depth - 2) / 3
        : throw new ArgumentException("No such net.");
