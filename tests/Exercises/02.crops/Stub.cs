// exercise 02.crops (2)
static long Crops(long size, long crop) =>
    throw new NotImplementedException(
        "Return the number of different crops, mirror images included.");
