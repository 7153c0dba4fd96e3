using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class Dispose_scopes
{
    [Fact]
    public void A_scope_disposes_what_was_made_inside()
    {
        Tensor inside, outside = ones(2);
        using (NewDisposeScope()) inside = outside + 1;
        Assert.True(inside.IsInvalid);
        Assert.False(outside.IsInvalid);
        Assert.Equal("Tensor invalid -- empty handle.", Assert.Throws<InvalidOperationException>(() => inside.sum()).Message);
    }

    [Fact]
    public void Moved_and_detached_tensors_survive()
    {
        Tensor moved, twice, detached;
        using (var outer = NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                moved = ones(2).MoveToOuterDisposeScope();
                twice = inner.MoveToOuter(ones(3));
                detached = ones(4).DetachFromDisposeScope();
                Assert.Equal(0, inner.DisposablesCount);
            }
            Assert.False(moved.IsInvalid);
            Assert.True(outer.Contains(moved));
            twice.MoveToOuterDisposeScope();
        }
        Assert.True(moved.IsInvalid);
        Assert.False(twice.IsInvalid);
        Assert.False(detached.IsInvalid);
        Assert.Same(detached, detached.MoveToOuterDisposeScope());
    }

    [Fact]
    public void Everything_but_the_kept_ones_can_be_disposed_early()
    {
        using var scope = NewDisposeScope();
        var keep = ones(1);
        var gone = ones(2);
        Assert.Same(keep, scope.DisposeEverythingBut(keep));
        Assert.True(gone.IsInvalid);
        Assert.False(keep.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
        scope.DisposeEverything();
        Assert.True(keep.IsInvalid);
    }

    [Fact]
    public void Scopes_may_end_in_any_order()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        var x = ones(1);
        outer.Dispose();
        Assert.False(x.IsInvalid);
        Assert.Same(inner, CurrentDisposeScope);
        x.MoveToOuterDisposeScope();
        inner.Dispose();
        Assert.False(x.IsInvalid);
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void A_tensor_attached_to_another_scope_changes_its_owner()
    {
        using var outer = NewDisposeScope();
        using var inner = NewDisposeScope();
        var x = ones(1);
        outer.Attach(x);
        inner.Dispose();
        Assert.False(x.IsInvalid);
        var y = WrappedTensorDisposeScope(() => ones(2) + 1);
        Assert.False(y.IsInvalid);
        outer.Dispose();
        Assert.True(x.IsInvalid && y.IsInvalid);
    }

    [Fact]
    public void Scopes_belong_to_their_thread()
    {
        using var scope = NewDisposeScope();
        Tensor? made = null;
        var thread = new Thread(() => made = ones(1));
        thread.Start();
        thread.Join();
        scope.Dispose();
        Assert.False(made!.IsInvalid);
    }

    [Fact]
    public void Backward_inside_a_scope_leaves_gradients_alive()
    {
        var x = ones(3, requires_grad: true);
        using (NewDisposeScope()) (x * 2).sum().backward();
        Assert.Equal([2f, 2f, 2f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Disposing_twice_does_no_harm()
    {
        var x = ones(1);
        var y = x.alias();
        x.Dispose();
        x.Dispose();
        Assert.Equal(1f, y.item<float>());
    }

    [Fact]
    public void What_another_disposable_disposed_is_not_disposed_again()
    {
        using var scope = NewDisposeScope();
        var inner = new Counting(null, scope);
        scope.Attach(new Counting(inner, scope));
        scope.Attach(inner);
        var tensor = ones(2);
        scope.Dispose();
        Assert.Equal(1, inner.Times);
        Assert.True(tensor.IsInvalid);
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void Scopes_one_after_another_and_within_each_other_keep_their_tensors_apart()
    {
        for (var i = 0; i < 20; i++)
        {
            using var outer = NewDisposeScope();
            var kept = ones(1);
            Tensor moved;
            using (NewDisposeScope())
            {
                var inner = ones(1);
                moved = (inner + kept).MoveToOuterDisposeScope();
                Assert.Equal(1, CurrentDisposeScope!.DisposablesCount);
            }
            Assert.Equal(2, outer.DisposablesCount);
            Assert.Equal(2f, moved.item<float>());
            Assert.False(kept.IsInvalid);
        }
    }

    private sealed class Counting(Counting? other, DisposeScope scope) : IDisposable
    {
        public int Times { get; private set; }

        public void Dispose()
        {
            Times++;
            other?.Dispose();
            scope.MarkAsDisposed(this);
        }
    }
}
