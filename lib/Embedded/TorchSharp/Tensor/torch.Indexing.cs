namespace TorchSharp;

public static partial class torch
{
    public static Tensor adjoint(Tensor input) => Given(input).adjoint();

    public static Tensor argwhere(Tensor input) => Given(input).argwhere();

    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => Given(input).chunk(chunks, dim);

    public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => Given(input).dsplit(Given(indices_or_sections));

    public static Tensor[] dsplit(Tensor input, long size) => Given(input).dsplit(size);

    public static Tensor[] dsplit(Tensor input, long[] indices_or_sections) => Given(input).dsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, (long, long) indices_or_sections) => Given(input).dsplit([indices_or_sections.Item1, indices_or_sections.Item2]);

    public static Tensor[] dsplit(Tensor input, (long, long, long) indices_or_sections) => Given(input).dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);

    public static Tensor[] dsplit(Tensor input, (long, long, long, long) indices_or_sections) => Given(input).dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

    public static Tensor gather(Tensor input, long dim, Tensor index) => Given(input).gather(dim, index);

    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) => Given(input).gather(dim, index);

    public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => Given(input).hsplit(Given(indices_or_sections));

    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => Given(input).hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, long[] indices_or_sections) => Given(input).hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, (long, long) indices_or_sections) => Given(input).hsplit([indices_or_sections.Item1, indices_or_sections.Item2]);

    public static Tensor[] hsplit(Tensor input, (long, long, long) indices_or_sections) => Given(input).hsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);

    public static Tensor[] hsplit(Tensor input, (long, long, long, long) indices_or_sections) => Given(input).hsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => Given(input).index_add(dim, index, source, alpha);

    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => Given(input).index_add_(dim, index, source, alpha);

    public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) => Given(input).index_copy(dim, index, source);

    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) => Given(input).index_copy_(dim, index, source);

    public static Tensor index_select(Tensor input, long dim, Tensor index) => Given(input).index_select(dim, index);

    public static Tensor masked_select(Tensor input, Tensor mask) => Given(input).masked_select(mask);

    public static Tensor movedim(Tensor input, long source, long destination) => Given(input).movedim([source], [destination]);

    public static Tensor movedim(Tensor input, long[] source, long[] destination) => Given(input).movedim(source, destination);

    public static Tensor moveaxis(Tensor input, long source, long destination) => Given(input).moveaxis([source], [destination]);

    public static Tensor moveaxis(Tensor input, (long, long) source, (long, long) destination) => Given(input).moveaxis([source.Item1, source.Item2], [destination.Item1, destination.Item2]);

    public static Tensor moveaxis(Tensor input, (long, long, long) source, (long, long, long) destination) => Given(input).moveaxis([source.Item1, source.Item2, source.Item3], [destination.Item1, destination.Item2, destination.Item3]);

    public static Tensor moveaxis(Tensor input, (long, long, long, long) source, (long, long, long, long) destination) => Given(input).moveaxis([source.Item1, source.Item2, source.Item3, source.Item4], [destination.Item1, destination.Item2, destination.Item3, destination.Item4]);

    public static Tensor moveaxis(Tensor input, long[] source, long[] destination) => Given(input).moveaxis(source, destination);

    public static Tensor narrow(Tensor input, long dim, long start, long length) => Given(input).narrow(dim, start, length);

    public static Tensor nonzero(Tensor input) => Given(input).nonzero();

    public static Tensor permute(Tensor input, params long[] permutation) => Given(input).permute(permutation);

    public static Tensor reshape(Tensor input, params long[] shape) => Given(input).reshape(shape);

    public static Tensor select(Tensor input, long dim, long index) => Given(input).select(dim, index);

    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => Given(input).scatter(dim, index, src);

    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) => Given(input).scatter_(dim, index, src);

    public static Tensor diagonal_scatter(Tensor input, Tensor src, long offset = 0L, long dim1 = 0L, long dim2 = 1L) => Given(input).diagonal_scatter(src, offset, dim1, dim2);

    public static Tensor select_scatter(Tensor input, Tensor src, long dim, long index) => Given(input).select_scatter(src, dim, index);

    public static Tensor slice_scatter(Tensor input, Tensor src, long dim = 0L, long? start = null, long? end = null, long step = 1L) => Given(input).slice_scatter(src, dim, start, end, step);

    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) => Given(input).scatter_add(dim, index, src);

    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0L) => Given(tensor).split(split_size_or_sections, dim);

    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => Given(input).swapaxes(axis0, axis1);

    public static Tensor swapdims(Tensor input, long dim0, long dim1) => Given(input).swapdims(dim0, dim1);

    public static Tensor t(Tensor input) => Given(input).t();

    public static Tensor take(Tensor input, Tensor index) => Given(input).take(index);

    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0L) => Given(input).take_along_dim(indices, dim);

    public static Tensor take_along_dim(Tensor input, IEnumerable<long> indices, long dim = 0L) => Given(input).take_along_dim(indices, dim);

    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0L) => Given(input).tensor_split(indices_or_sections, dim);

    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0L) => Given(input).tensor_split(indices_or_sections, dim);

    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0L) => Given(input).tensor_split(Given(indices_or_sections), dim);

    public static Tensor tile(Tensor input, long[] dims) => Given(input).tile(Given(dims));

    public static Tensor transpose(Tensor input, long dim0, long dim1) => Given(input).transpose(dim0, dim1);

    public static Tensor[] unbind(Tensor input, long dim = 0L) => Given(input).unbind(dim);

    public static Tensor unsqueeze(Tensor input, long dim) => Given(input).unsqueeze(dim);

    public static Tensor unsqueeze_(Tensor input, long dim) => Given(input).unsqueeze_(dim);

    public static Tensor[] vsplit(Tensor input, long[] indices_or_sections) => Given(input).vsplit(indices_or_sections);
}
