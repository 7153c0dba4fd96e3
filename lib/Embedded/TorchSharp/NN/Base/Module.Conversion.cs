using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Conversion of a module's parameters and buffers to another type or device.
        public partial class Module
        {
            protected DeviceType _deviceType = DeviceType.CPU;
            protected int _deviceIndex = -1;

            /// <summary>Converts and moves the floating parameters and buffers of the tree; returns this module.</summary>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                CheckConversion(dtype);
                InitializeDeviceType(device.type);
                _toEpilog(device, dtype, non_blocking);
                return this;
            }

            /// <summary>Moves the parameters and buffers of the tree; returns this module.</summary>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                InitializeDeviceType(deviceType);
                _toEpilog(deviceType, deviceIndex, non_blocking);
                return this;
            }

            /// <summary>Converts the floating parameters and buffers of the tree; returns this module.</summary>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                CheckConversion(dtype);
                _toEpilog(dtype, non_blocking);
                return this;
            }

            /// <summary>Converts and moves to the type and device of a tensor.</summary>
            public Module _to(Tensor other, bool non_blocking)
            {
                _to(Given(other).dtype, non_blocking);
                return _to(other.device_type, other.device_index, non_blocking);
            }

            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);

            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog(dtype, device, non_blocking);

            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking)
                => _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var (_, child) in named_children())
                {
                    if (device is null)
                    {
                        child._to(dtype!.Value, non_blocking);
                    }
                    else if (dtype is null)
                    {
                        child._to(device.type, device.index, non_blocking);
                    }
                    else
                    {
                        child._to(device, dtype.Value, non_blocking);
                    }
                }

                foreach (var (name, parameter) in Enumerable.ToList<(string, Parameter)>(_internal_params))
                {
                    if (ReplaceParameter(dtype, device, parameter, out var converted))
                    {
                        Assign(name, converted!, () =>
                        {
                            parameter.Dispose();
                            ConditionallyRegisterParameter(name, converted);
                        });
                    }
                }

                foreach (var (name, (buffer, persistent)) in Enumerable.ToList<(string, (Tensor, bool))>(_internal_buffers))
                {
                    if (ReplaceBuffer(dtype, device, buffer, out var converted))
                    {
                        Assign(name, converted!, () => ConditionallyRegisterBuffer(name, converted, persistent));
                    }
                }

                if (device is not null)
                {
                    _deviceType = device.type;
                    _deviceIndex = device.index;
                }
            }

            /// <summary>A converted copy of a buffer, or false where none is needed.</summary>
            protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, out Tensor? result)
            {
                result = null;
                if (dtype is not { } type || !is_floating_point(buffer.dtype) || buffer.dtype == type)
                {
                    return false;
                }

                using var _ = no_grad();
                result = buffer.to(type, disposeAfter: true).DetachFromDisposeScope();
                return true;
            }

            /// <summary>A converted copy of a parameter with its gradient, or false where none is needed.</summary>
            protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, out Parameter? p)
            {
                p = null;
                if (dtype is not { } type || !is_floating_point(param.dtype) || param.dtype == type)
                {
                    return false;
                }

                using var _ = no_grad();
                p = new Parameter(param.to(type), param.requires_grad);
                p.DetachFromDisposeScope();
                using var grad = param.grad;
                if (grad is not null)
                {
                    using var converted = grad.to(type);
                    p.grad = converted;
                }

                return true;
            }

            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null)
                => (device ?? CPU, dtype ?? get_default_dtype());

            // A layer keeps its parts behind properties that register them; a learner's module keeps them in fields.
            private void Assign(string name, Tensor value, Action register)
            {
                var property = GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance);
                if (property is { CanWrite: true })
                {
                    property.SetValue(this, value);
                    return;
                }

                register();
                ComponentFields().FirstOrDefault(component => component.Name == name).Field?.SetValue(this, value);
            }

            private static void CheckConversion(ScalarType dtype)
            {
                if (!is_floating_point(dtype) && !is_complex(dtype))
                {
                    throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}");
                }
            }
        }
    }
}
