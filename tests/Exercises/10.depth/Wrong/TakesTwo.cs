// exercise 10.depth (2)
// wrong: a depth of 2 passes as a net without blocks
static int BlocksPerStage(int depth) =>
    (depth - 2) % 6 == 0 ? (depth - 2) / 6 : throw new ArgumentException("No such net.");
