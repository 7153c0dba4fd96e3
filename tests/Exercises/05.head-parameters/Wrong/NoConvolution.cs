// exercise 05.head-parameters (2)
// wrong: takes the whole fully connected layer as saved
static long Saved(long maps, long side, long classes) => maps * classes * side * side + classes;
