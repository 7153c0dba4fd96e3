// exercise 06.class-map (2)
// wrong: VGG's poolings round down, this rounds up
static long[] ClassMap(long height, long width) => height < 224 || width < 224
    ? throw new ArgumentException("too small")
    : [(height + 31) / 32 - 6, (width + 31) / 32 - 6];
