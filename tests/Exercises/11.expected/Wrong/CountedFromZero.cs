// exercise 11.expected (2)
// wrong: blocks are counted from 0, so the first never drops and the last survives too often
static double ExpectedBlocks(int blocks, double lastSurvival) =>
    Enumerable.Range(0, blocks).Sum(l => 1 - (double)l / blocks * (1 - lastSurvival));
