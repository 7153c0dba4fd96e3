// exercise 02.crops (2)
// wrong: moves the crop along one axis only
static long Crops(long size, long crop) => 2 * (size - crop + 1);
