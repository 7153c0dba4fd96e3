// exercise 05.head-parameters (2)
// wrong: forgets that maps have two sides
static long Saved(long maps, long side, long classes) => maps * classes * (side - 1);
