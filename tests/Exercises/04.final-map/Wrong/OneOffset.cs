// exercise 04.final-map (2)
// wrong: forgets the offsets
static long FinalMap(long map) => map / 3 - 4;
