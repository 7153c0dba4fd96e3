// exercise 02.crops (2)
static long Crops(long size, long crop) => 2 * (size - crop + 1) * (size - crop + 1);
