// exercise 05.head-parameters (2)
static long Saved(long maps, long side, long classes) => maps * classes * (side * side - 1);
