// exercise 04.final-map (2)
// wrong: multiplies before it subtracts
static long FinalMap(long map) => 3 * (map / 3) - 4;
