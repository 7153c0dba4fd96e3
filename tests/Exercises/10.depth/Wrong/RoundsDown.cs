// exercise 10.depth (2)
// wrong: depths that no net has are rounded down and not refused
static int BlocksPerStage(int depth) => (depth - 2) / 6;
