using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // The views of a module's tree: parameters, buffers, children, and look-up by dotted name.
        public partial class Module
        {
            /// <summary>The child modules.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules;

            /// <summary>The child modules.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(child => child.module);

            /// <summary>All modules below this one: the children first, then what lies below each of them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children())
                {
                    yield return child;
                }

                foreach (var (name, child) in named_children())
                {
                    foreach (var (below, module) in child.named_modules())
                    {
                        yield return ($"{name}.{below}", module);
                    }
                }
            }

            /// <summary>All modules below this one.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(below => below.module);

            /// <summary>The parameters: this module's own first, then those of its children, depth first; each one once.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                foreach (var own in _internal_params)
                {
                    if (!own.Item2.IsInvalid && seen.Add(own.Item2))
                    {
                        yield return own;
                    }
                }

                if (!recurse)
                {
                    yield break;
                }

                foreach (var (name, child) in named_children())
                {
                    foreach (var (below, parameter) in child.named_parameters())
                    {
                        if (seen.Add(parameter))
                        {
                            yield return ($"{name}.{below}", parameter);
                        }
                    }
                }
            }

            /// <summary>The parameters.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true)
                => named_parameters(recurse).Select(named => named.parameter);

            /// <summary>The persistent buffers: this module's own first, then those of its children; each one once.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (name, (buffer, persistent)) in _internal_buffers)
                {
                    if (persistent && !buffer.IsInvalid && seen.Add(buffer))
                    {
                        yield return (name, buffer);
                    }
                }

                if (!recurse)
                {
                    yield break;
                }

                foreach (var (name, child) in named_children())
                {
                    foreach (var (below, buffer) in child.named_buffers(true, include_nonpersistent))
                    {
                        if (seen.Add(buffer))
                        {
                            yield return ($"{name}.{below}", buffer);
                        }
                    }
                }
            }

            /// <summary>The persistent buffers.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true)
                => named_buffers(recurse, include_nonpersistent).Select(named => named.buffer);

            /// <summary>Whether a parameter of that dotted name exists.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether a buffer of that dotted name exists.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>The parameter of that dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target)
                => _internal_params.TryGetValue(target, out var parameter)
                    ? parameter
                    : Below(target, (child, rest) => child.get_parameter(rest));

            /// <summary>The buffer of that dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target)
                => _internal_buffers.TryGetValue(target, out var buffer)
                    ? buffer.Item1
                    : Below(target, (child, rest) => child.get_buffer(rest));

            private T? Below<T>(string target, Func<Module, string, T?> find)
                where T : class
            {
                var dot = target.IndexOf('.');
                if (dot < 0)
                {
                    return null;
                }

                foreach (var (name, child) in named_children())
                {
                    if (name.AsSpan().SequenceEqual(target.AsSpan(0, dot)) && find(child, target[(dot + 1)..]) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            }
        }
    }
}
