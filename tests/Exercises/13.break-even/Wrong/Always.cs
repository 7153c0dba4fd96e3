// exercise 13.break-even (2)
// wrong: believes the sentence
static int FirstThatSaves(long channels, long k, int layers) => 1;
