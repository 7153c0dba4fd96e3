// exercise 02.crops (2)
// wrong: forgets the last offset, as the paper does: 32 x 32 x 2
static long Crops(long size, long crop) => 2 * (size - crop) * (size - crop);
