// exercise 03.cover (3)
// wrong: covers the same picture again and again
static Tensor Cover(Tensor picture, long size, long stride, double fill)
{
    var covered = new List<Tensor>();
    for (var top = 0L; top <= picture.shape[1] - size; top += stride)
    {
        for (var left = 0L; left <= picture.shape[2] - size; left += stride)
        {
            var copy = picture;
            copy.narrow(1, top, size).narrow(2, left, size).fill_(fill);
            covered.Add(copy);
        }
    }

    return stack(covered, 0);
}
