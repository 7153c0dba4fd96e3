// exercise 02.crops (2)
// wrong: leaves the mirror images out
static long Crops(long size, long crop) => (size - crop + 1) * (size - crop + 1);
