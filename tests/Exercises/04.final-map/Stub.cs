// exercise 04.final-map (2)
static long FinalMap(long map) =>
    throw new NotImplementedException("Return the side of the final map.");
