// exercise 11.expected (2)
static double ExpectedBlocks(int blocks, double lastSurvival) =>
    blocks - (1 - lastSurvival) * (blocks + 1) / 2;
