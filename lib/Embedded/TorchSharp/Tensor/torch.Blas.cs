namespace TorchSharp;

public static partial class torch
{
    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Given(input).addbmm(batch1, batch2, beta, alpha);

    public static Tensor addbmm_(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Given(input).addbmm_(batch1, batch2, beta, alpha);

    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => Given(input).addmm(mat1, mat2, beta, alpha);

    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => Given(input).addmm_(mat1, mat2, beta, alpha);

    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => Given(input).addmv(mat1, Given(mat2), beta, alpha);

    public static Tensor addmv_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => Given(input).addmv_(mat1, Given(mat2), beta, alpha);

    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1.0f, float alpha = 1.0f) => Given(input).addr(vec1, Given(vec2), beta, alpha);

    public static Tensor addr_(Tensor input, Tensor vec1, Tensor vec2, float beta = 1.0f, float alpha = 1.0f) => Given(input).addr_(vec1, Given(vec2), beta, alpha);

    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Given(input).baddbmm(batch1, batch2, beta, alpha);

    public static Tensor bmm(Tensor input, Tensor batch2) => Given(input).bmm(batch2);

    public static Tensor dot(Tensor input, Tensor other) => Given(input).dot(Given(other));

    public static Tensor ger(Tensor input, Tensor vec2) => Given(input).ger(Given(vec2));

    public static Tensor inner(Tensor input, Tensor vec2) => Given(input).inner(Given(vec2));

    public static Tensor matmul(Tensor input, Tensor target) => Given(input).matmul(target);

    public static Tensor mm(Tensor input, Tensor target) => Given(input).mm(target);

    public static Tensor mv(Tensor input, Tensor target) => Given(input).mv(Given(target));

    public static Tensor outer(Tensor input, Tensor vec2) => Given(input).outer(Given(vec2));

    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => Given(input).softmax(dim, dtype);

    public static Tensor trapezoid(Tensor y, Tensor x, long dim = -1) => Given(y).trapezoid(x, dim);

    public static Tensor trapezoid(Tensor y, double dx = 1, long dim = -1) => Given(y).trapezoid(dx, dim);

    public static Tensor cumulative_trapezoid(Tensor y, Tensor x, long dim = -1) => Given(y).cumulative_trapezoid(x, dim);

    public static Tensor cumulative_trapezoid(Tensor y, double dx = 1, long dim = -1) => Given(y).cumulative_trapezoid(dx, dim);

    public static Tensor vdot(Tensor input, Tensor target) => Given(input).vdot(Given(target));
}
