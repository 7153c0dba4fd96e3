// exercise 11.expected (2)
// wrong: every block gets the survival of the last one
static double ExpectedBlocks(int blocks, double lastSurvival) => blocks * lastSurvival;
