#!/usr/bin/env python3
"""A second, independent count of every architecture: arithmetic on its published layer table, without any framework.

Writes counts.json beside this file: parameters, multiply-accumulates, receptive field, jump and padding of the last map.
Conventions: weights + biases + BN gamma and beta; multiply-accumulates of convolution and linear layers; receptive field
as the union over paths. Run it again after changing a table: python3 count.py
"""
import json
import math
import os
from fractions import Fraction


class Map:
    """A feature map: size, channels, and the receptive field of its units on both axes."""

    def __init__(self, c, h, w, field=None):
        self.c, self.h, self.w = c, h, w
        self.field = field or ((0, 1, 1), (0, 1, 1))  # (left, right exclusive, jump) down and across


class Net:
    def __init__(self, c, h, w=None):
        self.p = self.m = 0
        self.x = Map(c, h, w or h)

    def window(self, x, k, s, p, ceil=False):
        def size(n, k, s, p):
            room = n + p[0] + p[1] - k
            assert room >= 0, (n, k, p)
            if not ceil:
                return room // s + 1
            out = -(-room // s) + 1
            return out - 1 if (out - 1) * s >= n + p[0] else out

        def grow(f, k, s, p):
            left, right, j = f
            return (left - p[0] * j, right - p[0] * j + (k - 1) * j, j * s)

        (kh, kw), (sh, sw) = pair(k), pair(s)
        ph, pw = (pair(q) for q in pair(p)) if isinstance(p, tuple) and isinstance(p[0], tuple) else ((pair(p)[0],) * 2, (pair(p)[1],) * 2)
        return Map(x.c, size(x.h, kh, sh, ph), size(x.w, kw, sw, pw), (grow(x.field[0], kh, sh, ph), grow(x.field[1], kw, sw, pw)))

    def conv(self, x, c, k, s=1, p=0, groups=1, bias=False, bn=False):
        y = self.window(x, k, s, p)
        kh, kw = pair(k)
        weights = c * (x.c // groups) * kh * kw
        self.p += weights + (c if bias else 0) + (2 * c if bn else 0)
        self.m += weights * y.h * y.w
        y.c = c
        return y

    def bn(self, x):
        self.p += 2 * x.c
        return x

    def linear(self, i, o, bias=True):
        self.p += i * o + (o if bias else 0)
        self.m += i * o
        return o

    def join(self, *maps, concat):
        for m in maps:
            assert (m.h, m.w) == (maps[0].h, maps[0].w), [(m.h, m.w) for m in maps]
        def union(axis):
            fields = [m.field[axis] for m in maps]
            assert len({f[2] for f in fields}) == 1
            return (min(f[0] for f in fields), max(f[1] for f in fields), fields[0][2])
        c = sum(m.c for m in maps) if concat else maps[0].c
        if not concat:
            assert len({m.c for m in maps}) == 1
        return Map(c, maps[0].h, maps[0].w, (union(0), union(1)))

    def cat(self, *maps):
        return self.join(*maps, concat=True)

    def add(self, *maps):
        return self.join(*maps, concat=False)

    def result(self, x):
        left, right, jump = x.field[0]
        return dict(parameters=self.p, macs=self.m, receptiveField=right - left, jump=jump, padding=-left)


def pair(v):
    return v if isinstance(v, tuple) else (v, v)


def classic(size, table, fc, channels=3):
    """table: (channels, kernel, stride, padding, groups) for a convolution, (kernel, stride, padding, ceil) for a pool."""
    n = Net(channels, size)
    x = n.x
    for row in table:
        x = n.conv(x, row[0], row[1], row[2], row[3], row[4], bias=True) if len(row) == 5 else n.window(x, row[0], row[1], row[2], row[3])
    i = x.c * x.h * x.w
    for o in fc:
        i = n.linear(i, o)
    return n.result(x)


def pool(k, s, p=0, ceil=False):
    return (k, s, p, ceil)


def alexnet(g):
    return classic(227, [(96, 11, 4, 0, 1), pool(3, 2), (256, 5, 1, 2, g), pool(3, 2), (384, 3, 1, 1, 1), (384, 3, 1, 1, g), (256, 3, 1, 1, g), pool(3, 2)], [4096, 4096, 1000])


def zfnet(a, b, c):
    return classic(224, [(96, 7, 2, 1, 1), pool(3, 2, 0, True), (256, 5, 2, 0, 1), pool(3, 2, 0, True), (a, 3, 1, 1, 1), (b, 3, 1, 1, 1), (c, 3, 1, 1, 1), pool(3, 2)], [4096, 4096, 1000])


def cnn_m(fc7):
    return classic(224, [(96, 7, 2, 0, 1), pool(3, 2), (256, 5, 2, 1, 1), pool(3, 2, 0, True), (512, 3, 1, 1, 1), (512, 3, 1, 1, 1), (512, 3, 1, 1, 1), pool(3, 2)], [4096, fc7, 1000])


def vgg(*blocks):
    table = []
    for block in blocks:
        for c in block:
            table.append((abs(c), 1, 1, 0, 1) if c < 0 else (c, 3, 1, 1, 1))
        table.append(pool(2, 2))
    return classic(224, table, [4096, 4096, 1000])


def maxout_conv(size, channels, layers, fc, classes, image=3):
    """layers: (units, pieces, kernel, padding, pool, pool stride, pool ceil)."""
    n = Net(image, size)
    x = n.x
    for units, pieces, k, p, z, s in layers:
        x = n.conv(x, units * pieces, k, 1, p, bias=True)
        x.c = units
        x = n.window(x, z, s, 0, True)
    i = x.c * x.h * x.w
    for units, pieces in fc:
        n.linear(i, units * pieces)
        i = units
    n.linear(i, classes)
    return n.result(x)


def nin(size, layers, classes):
    n = Net(3, size)
    x = n.x
    for row in layers:
        if row[0] == "pool":
            x = n.window(x, row[1], row[2], 0, True)
        else:
            x = n.conv(x, *row, bias=True)
    return n.result(x)


def inception_v1(n, x, a, rb, b, rc, c, p, bias=True, bn=False, k5=5):
    kw = dict(bias=bias, bn=bn)
    return n.cat(
        n.conv(x, a, 1, **kw),
        n.conv(n.conv(x, rb, 1, **kw), b, 3, 1, 1, **kw),
        n.conv(n.conv(x, rc, 1, **kw), c, k5, 1, k5 // 2, **kw),
        n.conv(n.window(x, 3, 1, 1), p, 1, **kw))


GOOGLENET = dict(a3=(64, 96, 128, 16, 32, 32), b3=(128, 128, 192, 32, 96, 64), a4=(192, 96, 208, 16, 48, 64), b4=(160, 112, 224, 24, 64, 64),
                 c4=(128, 128, 256, 24, 64, 64), d4=(112, 144, 288, 32, 64, 64), e4=(256, 160, 320, 32, 128, 128),
                 a5=(256, 160, 320, 32, 128, 128), b5=(384, 192, 384, 48, 128, 128))


def googlenet(bias=True, bn=False, k5=5, pool4=3, aux=False):
    n = Net(3, 224)
    kw = dict(bias=bias, bn=bn)
    x = n.window(n.conv(n.x, 64, 7, 2, 3, **kw), 3, 2, 0, True)
    x = n.conv(n.conv(x, 64, 1, **kw), 192, 3, 1, 1, **kw)
    x = n.window(x, 3, 2, 0, True)
    for name, row in GOOGLENET.items():
        if name == "a4":
            x = n.window(x, 3, 2, 0, True)
        if name == "a5":
            x = n.window(x, pool4, 2, 0, True)
        x = inception_v1(n, x, *row, k5=k5, **kw)
        if aux and name in ("a4", "d4"):
            y = n.conv(n.window(x, 5, 3, 0), 128, 1, **kw)
            n.linear(n.linear(y.c * y.h * y.w, 1024), 1000)
    n.linear(1024, 1000)
    return n.result(x)


def bn_inception():
    n = Net(3, 224)
    def cbr(x, c, k, s=1, p=0):
        return n.conv(x, c, k, s, p, bias=True, bn=True)
    x = n.window(cbr(n.x, 64, 7, 2, 3), 3, 2, 0, True)
    x = n.window(cbr(cbr(x, 64, 1), 192, 3, 1, 1), 3, 2, 0, True)
    def module(x, a, rb, b, rd, d, kind, p):
        branches = [cbr(x, a, 1)] if a else []
        s = 1 if a else 2
        branches.append(cbr(cbr(x, rb, 1), b, 3, s, 1))
        branches.append(cbr(cbr(cbr(x, rd, 1), d, 3, 1, 1), d, 3, s, 1))
        branches.append(cbr(n.window(x, 3, 1, 1), p, 1) if a else n.window(x, 3, 2, 0, True))
        return n.cat(*branches)
    for row in [(64, 64, 64, 64, 96, "avg", 32), (64, 64, 96, 64, 96, "avg", 64), (0, 128, 160, 64, 96, "max", 0),
                (224, 64, 96, 96, 128, "avg", 128), (192, 96, 128, 96, 128, "avg", 128), (160, 128, 160, 128, 160, "avg", 128),
                (96, 128, 192, 160, 192, "avg", 128), (0, 128, 192, 192, 256, "max", 0),
                (352, 192, 320, 160, 224, "avg", 128), (352, 192, 320, 192, 224, "max", 128)]:
        x = module(x, *row)
    n.linear(x.c, 1000)
    return n.result(x)


def cbr(n):
    return lambda x, c, k, s=1, p=0: n.conv(x, c, k, s, p, bn=True)


def inception_a(n, x, pool_proj):
    c = cbr(n)
    return n.cat(c(x, 64, 1), c(c(x, 48, 1), 64, 5, 1, 2), c(c(c(x, 64, 1), 96, 3, 1, 1), 96, 3, 1, 1), c(n.window(x, 3, 1, 1), pool_proj, 1))


def inception_a_v2(n, x, pool_proj):
    """Figure 5 of Rethinking: the 5x5 of v1 as two 3x3, one 3x3 branch."""
    c = cbr(n)
    return n.cat(c(x, 64, 1), c(c(x, 48, 1), 64, 3, 1, 1), c(c(c(x, 64, 1), 96, 3, 1, 1), 96, 3, 1, 1), c(n.window(x, 3, 1, 1), pool_proj, 1))


def grid_a(n, x):
    c = cbr(n)
    return n.cat(c(x, 384, 3, 2), c(c(c(x, 64, 1), 96, 3, 1, 1), 96, 3, 2), n.window(x, 3, 2, 0))


def inception_b(n, x, w, k=7):
    c = cbr(n)
    h, v, p = (1, k), (k, 1), k // 2
    hp, vp = (0, p), (p, 0)
    return n.cat(c(x, 192, 1), c(c(c(x, w, 1), w, h, 1, hp), 192, v, 1, vp),
                 c(c(c(c(c(x, w, 1), w, v, 1, vp), w, h, 1, hp), w, v, 1, vp), 192, h, 1, hp), c(n.window(x, 3, 1, 1), 192, 1))


def grid_b(n, x):
    c = cbr(n)
    return n.cat(c(c(x, 192, 1), 320, 3, 2), c(c(c(c(x, 192, 1), 192, (1, 7), 1, (0, 3)), 192, (7, 1), 1, (3, 0)), 192, 3, 2), n.window(x, 3, 2, 0))


def inception_c(n, x):
    c = cbr(n)
    a = c(x, 384, 1)
    b = c(c(x, 448, 1), 384, 3, 1, 1)
    def split(y):
        return n.cat(c(y, 384, (1, 3), 1, (0, 1)), c(y, 384, (3, 1), 1, (1, 0)))
    return n.cat(c(x, 320, 1), split(a), split(b), c(n.window(x, 3, 1, 1), 192, 1))


def v3_stem(n):
    c = cbr(n)
    x = n.window(c(c(c(n.x, 32, 3, 2), 32, 3), 64, 3, 1, 1), 3, 2, 0)
    return n.window(c(c(x, 80, 1), 192, 3), 3, 2, 0)


def inception_v3(size=299, aux=False):
    n = Net(3, size)
    x = v3_stem(n)
    for p in (32, 64, 64):
        x = inception_a(n, x, p)
    x = grid_a(n, x)
    for w in (128, 160, 160, 192):
        x = inception_b(n, x, w)
    if aux:
        c = cbr(n)
        y = c(c(n.window(x, 5, 3, 0), 128, 1), 768, 5)
        n.linear(768, 1000)
    x = grid_b(n, x)
    for _ in range(2):
        x = inception_c(n, x)
    n.linear(2048, 1000)
    return n.result(x)


def inception_v2():
    n = Net(3, 299)
    c = cbr(n)
    x = n.window(c(c(c(n.x, 32, 3, 2), 32, 3), 64, 3, 1, 1), 3, 2, 0)
    x = c(c(c(x, 80, 3), 192, 3, 2), 288, 3, 1, 1)
    for _ in range(3):
        x = inception_a_v2(n, x, 64)
    x = grid_a(n, x)
    for w in (128, 160, 160, 192):
        x = inception_b(n, x, w)
    x = grid_b(n, x)
    for _ in range(2):
        x = inception_c(n, x)
    n.linear(2048, 1000)
    return n.result(x)


def v4_stem(n):
    c = cbr(n)
    x = c(c(c(n.x, 32, 3, 2), 32, 3), 64, 3, 1, 1)
    x = n.cat(n.window(x, 3, 2, 0), c(x, 96, 3, 2))
    x = n.cat(c(c(x, 64, 1), 96, 3), c(c(c(c(x, 64, 1), 64, (1, 7), 1, (0, 3)), 64, (7, 1), 1, (3, 0)), 96, 3))
    return n.cat(c(x, 192, 3, 2), n.window(x, 3, 2, 0))


def reduction_a(n, x, k, l, m, out):
    c = cbr(n)
    return n.cat(c(x, out, 3, 2), c(c(c(x, k, 1), l, 3, 1, 1), m, 3, 2), n.window(x, 3, 2, 0))


def inception_v4():
    n = Net(3, 299)
    c = cbr(n)
    x = v4_stem(n)
    for _ in range(4):
        x = n.cat(c(x, 96, 1), c(c(x, 64, 1), 96, 3, 1, 1), c(c(c(x, 64, 1), 96, 3, 1, 1), 96, 3, 1, 1), c(n.window(x, 3, 1, 1), 96, 1))
    x = reduction_a(n, x, 192, 224, 256, 384)
    h, hp, v, vp = (1, 7), (0, 3), (7, 1), (3, 0)
    for _ in range(7):
        x = n.cat(c(x, 384, 1), c(c(c(x, 192, 1), 224, h, 1, hp), 256, v, 1, vp),
                  c(c(c(c(c(x, 192, 1), 192, v, 1, vp), 224, h, 1, hp), 224, v, 1, vp), 256, h, 1, hp), c(n.window(x, 3, 1, 1), 128, 1))
    x = n.cat(c(c(x, 192, 1), 192, 3, 2), c(c(c(c(x, 256, 1), 256, h, 1, hp), 320, v, 1, vp), 320, 3, 2), n.window(x, 3, 2, 0))
    def split(y):
        return n.cat(c(y, 256, (1, 3), 1, (0, 1)), c(y, 256, (3, 1), 1, (1, 0)))
    for _ in range(3):
        x = n.cat(c(x, 256, 1), split(c(x, 384, 1)), split(c(c(c(x, 384, 1), 448, (3, 1), 1, (1, 0)), 512, (1, 3), 1, (0, 1))), c(n.window(x, 3, 1, 1), 256, 1))
    n.linear(1536, 1000)
    return n.result(x)


def residual_inception(n, x, *branches):
    """Branches concatenated, projected by a linear 1x1 with bias, added."""
    return n.add(x, n.conv(n.cat(*branches), x.c, 1, bias=True))


def inception_resnet_v1():
    n = Net(3, 299)
    c = cbr(n)
    x = n.window(c(c(c(n.x, 32, 3, 2), 32, 3), 64, 3, 1, 1), 3, 2, 0)
    x = c(c(c(x, 80, 1), 192, 3), 256, 3, 2)
    for _ in range(5):
        x = residual_inception(n, x, c(x, 32, 1), c(c(x, 32, 1), 32, 3, 1, 1), c(c(c(x, 32, 1), 32, 3, 1, 1), 32, 3, 1, 1))
    x = reduction_a(n, x, 192, 192, 256, 384)
    for _ in range(10):
        x = residual_inception(n, x, c(x, 128, 1), c(c(c(x, 128, 1), 128, (1, 7), 1, (0, 3)), 128, (7, 1), 1, (3, 0)))
    x = n.cat(n.window(x, 3, 2, 0), c(c(x, 256, 1), 384, 3, 2), c(c(x, 256, 1), 256, 3, 2), c(c(c(x, 256, 1), 256, 3, 1, 1), 256, 3, 2))
    for _ in range(5):
        x = residual_inception(n, x, c(x, 192, 1), c(c(c(x, 192, 1), 192, (1, 3), 1, (0, 1)), 192, (3, 1), 1, (1, 0)))
    n.linear(x.c, 1000)
    return n.result(x)


def inception_resnet_v2(released):
    n = Net(3, 299)
    c = cbr(n)
    if released:
        x = v3_stem(n)
        x = n.cat(c(x, 96, 1), c(c(x, 48, 1), 64, 5, 1, 2), c(c(c(x, 64, 1), 96, 3, 1, 1), 96, 3, 1, 1), c(n.window(x, 3, 1, 1), 64, 1))
    else:
        x = v4_stem(n)
    for _ in range(10 if released else 5):
        x = residual_inception(n, x, c(x, 32, 1), c(c(x, 32, 1), 32, 3, 1, 1), c(c(c(x, 32, 1), 48, 3, 1, 1), 64, 3, 1, 1))
    x = reduction_a(n, x, 256, 256, 384, 384)
    for _ in range(20 if released else 10):
        x = residual_inception(n, x, c(x, 192, 1), c(c(c(x, 128, 1), 160, (1, 7), 1, (0, 3)), 192, (7, 1), 1, (3, 0)))
    x = n.cat(n.window(x, 3, 2, 0), c(c(x, 256, 1), 384, 3, 2), c(c(x, 256, 1), 288, 3, 2), c(c(c(x, 256, 1), 288, 3, 1, 1), 320, 3, 2))
    for _ in range(10 if released else 5):
        x = residual_inception(n, x, c(x, 192, 1), c(c(c(x, 192, 1), 224, (1, 3), 1, (0, 1)), 256, (3, 1), 1, (1, 0)))
    if released:
        x = c(x, 1536, 1)
    n.linear(x.c, 1000)
    return n.result(x)


def resnet(blocks, bottleneck, option="B", first=True, widen=1):
    n = Net(3, 224)
    x = n.window(n.conv(n.x, 64, 7, 2, 3, bn=True), 3, 2, 1)
    for stage, count in enumerate(blocks):
        w = 64 << stage
        out = 4 * w if bottleneck else w
        for i in range(count):
            s = 2 if stage and not i else 1
            if bottleneck:
                y = n.conv(x, w * widen, 1, s if first else 1, bn=True)
                y = n.conv(n.conv(y, w * widen, 3, 1 if first else s, 1, bn=True), out, 1, bn=True)
            else:
                y = n.conv(n.conv(x, w, 3, s, 1, bn=True), w, 3, 1, 1, bn=True)
            if option == "plain":
                x = y
            elif option == "A" or (option == "B" and s == 1 and x.c == out):
                z = n.window(x, 1, s, 0)
                z.c = out
                x = n.add(y, z)
            else:
                x = n.add(y, n.conv(x, out, 1, s, bn=True))
    n.linear(x.c, 1000)
    return n.result(x)


def cifar_resnet(depth, option="A", classes=10, bias=False):
    n = Net(3, 32)
    x = n.conv(n.x, 16, 3, 1, 1, bias=bias, bn=True)
    for stage in range(3):
        w = 16 << stage
        for i in range((depth - 2) // 6):
            s = 2 if stage and not i else 1
            y = n.conv(n.conv(x, w, 3, s, 1, bias=bias, bn=True), w, 3, 1, 1, bias=bias, bn=True)
            if option == "plain":
                x = y
            elif option == "B" and s == 2:
                x = n.add(y, n.conv(x, w, 1, s, bn=True))
            else:
                z = n.window(x, 1, s, 0)
                z.c = w
                x = n.add(y, z)
    n.linear(64, classes)
    return n.result(x)


def preact(depth):
    """Bottleneck pre-activation network for CIFAR, 9n + 2."""
    n = Net(3, 32)
    x = n.conv(n.x, 16, 3, 1, 1)
    for stage in range(3):
        w = 16 << stage
        for i in range((depth - 2) // 9):
            s = 2 if stage and not i else 1
            n.bn(x)
            y = n.bn(n.conv(x, w, 1, s))
            y = n.bn(n.conv(y, w, 3, 1, 1))
            y = n.conv(y, 4 * w, 1)
            x = n.add(y, x if x.c == 4 * w else n.conv(x, 4 * w, 1, s))
    n.bn(x)
    n.linear(x.c, 10)
    return n.result(x)


def resnet_200():
    n = Net(3, 224)
    x = n.window(n.conv(n.x, 64, 7, 2, 3, bn=True), 3, 2, 1)
    for stage, count in enumerate((3, 24, 36, 3)):
        w = 64 << stage
        for i in range(count):
            s = 2 if stage and not i else 1
            if stage or i:
                n.bn(x)
            y = n.bn(n.conv(x, w, 1))
            y = n.bn(n.conv(y, w, 3, s, 1))
            y = n.conv(y, 4 * w, 1)
            x = n.add(y, x if x.c == 4 * w else n.conv(x, 4 * w, 1, s))
    n.bn(x)
    n.linear(x.c, 1000)
    return n.result(x)


def wide_basic(n, x, w, s):
    same = x.c == w and s == 1
    n.bn(x)
    y = n.bn(n.conv(x, w, 3, s, 1))
    y = n.conv(y, w, 3, 1, 1)
    return n.add(y, x if same else n.conv(x, w, 1, s))


def wrn(depth, k, classes=10):
    n = Net(3, 32)
    x = n.conv(n.x, 16, 3, 1, 1)
    for stage in range(3):
        for i in range((depth - 4) // 6):
            x = wide_basic(n, x, (16 << stage) * k, 2 if stage and not i else 1)
    n.bn(x)
    n.linear(x.c, classes)
    return n.result(x)


def wr_inception(first, middle, b, c1, c2):
    n = Net(3, 32)
    x = n.conv(n.x, first, 3, 1, 1)
    for _ in range(2):
        x = wide_basic(n, x, 64, 1)
    x = wide_basic(n, x, middle, 2)
    def unit(x, c, k):
        n.bn(x)
        return n.conv(x, c, k, 1, k // 2)
    stem = unit(x, middle, 1)
    y = n.cat(unit(stem, b, 3), unit(unit(stem, c1, 3), c2, 3), stem)
    x = n.add(x, unit(y, middle, 1))
    x = wide_basic(n, x, 256, 2)
    x = wide_basic(n, x, 256, 1)
    n.bn(x)
    n.linear(x.c, 10)
    return n.result(x)


def dense_block(n, x, layers, k, bottleneck):
    for _ in range(layers):
        n.bn(x)
        y = n.bn(n.conv(x, 4 * k, 1)) if bottleneck else x
        x = n.cat(x, n.conv(y, k, 3, 1, 1))
    return x


def transition(n, x, theta):
    n.bn(x)
    return n.window(n.conv(x, int(x.c * theta), 1), 2, 2, 0)


def densenet_cifar(depth, k, bc, first=None):
    n = Net(3, 32)
    x = n.conv(n.x, first or (2 * k if bc else 16), 3, 1, 1)
    for block in range(3):
        if block:
            x = transition(n, x, 0.5 if bc else 1)
        x = dense_block(n, x, (depth - 4) // 3 // (2 if bc else 1), k, bc)
    n.bn(x)
    n.linear(x.c, 10)
    return n.result(x)


def densenet(blocks, k):
    n = Net(3, 224)
    x = n.window(n.conv(n.x, 2 * k, 7, 2, 3, bn=True), 3, 2, 1)
    for i, layers in enumerate(blocks):
        if i:
            x = transition(n, x, 0.5)
        x = dense_block(n, x, layers, k, True)
    n.bn(x)
    n.linear(x.c, 1000)
    return n.result(x)


def highway():
    n = Net(3, 32)
    x = n.x
    for stage in ([(32, "plain"), (32, "highway"), (32, "highway"), (48, "plain"), (48, "highway")],
                  [(80, "plain")] + [(80, "highway")] * 5, [(128, "plain")] + [(128, "highway")] * 5):
        if x is not n.x:
            x = n.window(x, 2, 2, 0)
        for c, kind in stage:
            y = n.conv(x, c, 3, 1, 1, bias=True)
            if kind == "highway":
                y = n.add(y, n.conv(x, c, 3, 1, 1, bias=True), x)
            x = y
    n.linear(128, 10)
    return n.result(x)


def perceptron(*sizes):
    n = Net(1, 1)
    for i, o in sizes:
        n.linear(i, o)
    return dict(parameters=n.p, macs=n.m)


def residual_lstm(layers, cells, size, states, steps):
    layer = 4 * cells * (2 * size) + 4 * cells + 3 * cells + cells * size
    multiplications = 4 * cells * (2 * size) + cells * size
    return dict(parameters=layers * layer + size * states + states, macs=steps * (layers * multiplications + size * states))


def rtn(classes, bottleneck=128):
    whole = alexnet(2)
    fc8 = 4096 * 1000
    whole["parameters"] += -fc8 - 1000 + 4096 * bottleneck + bottleneck + bottleneck * classes + classes
    whole["macs"] += -fc8 + 4096 * bottleneck + bottleneck * classes
    return whole


def overfeat(accurate):
    if accurate:
        table = [(96, 7, 2, 0, 1), pool(3, 3), (256, 7, 1, 0, 1), pool(2, 2), (512, 3, 1, 1, 1), (512, 3, 1, 1, 1), (1024, 3, 1, 1, 1), (1024, 3, 1, 1, 1), pool(3, 3)]
        return classic(221, table, [4096, 4096, 1000])
    table = [(96, 11, 4, 0, 1), pool(2, 2), (256, 5, 1, 0, 1), pool(2, 2), (512, 3, 1, 1, 1), (1024, 3, 1, 1, 1), (1024, 3, 1, 1, 1), pool(2, 2)]
    return classic(231, table, [3072, 4096, 1000])


def counts():
    c = {}
    c["alexnet-grouped"] = c["yosinski"] = alexnet(2)
    c["alexnet-ungrouped"] = alexnet(1)
    c["alexnet-owt"] = classic(224, [(64, 11, 4, 2, 1), pool(3, 2), (192, 5, 1, 2, 1), pool(3, 2), (384, 3, 1, 1, 1), (256, 3, 1, 1, 1), (256, 3, 1, 1, 1), pool(3, 2)], [4096, 4096, 1000])
    c["zfnet"] = c["clarifai"] = zfnet(384, 384, 256)
    c["zfnet-b"] = zfnet(512, 1024, 512)
    c["overfeat-fast"], c["overfeat-accurate"] = overfeat(False), overfeat(True)
    c["maxout-cifar10"] = maxout_conv(32, 3, [(96, 2, 8, 4, 4, 2), (192, 2, 8, 3, 4, 2), (192, 2, 5, 3, 2, 2)], [(500, 5)], 10)
    c["maxout-svhn"] = maxout_conv(32, 3, [(64, 2, 5, 4, 3, 2), (128, 2, 5, 3, 3, 2), (128, 2, 5, 3, 3, 2)], [(400, 5)], 10)
    c["maxout-mnist-conv"] = maxout_conv(28, 1, [(48, 2, 8, 0, 4, 2), (48, 2, 8, 3, 4, 2), (24, 4, 5, 3, 2, 2)], [], 10, 1)
    c["nin-cifar"] = nin(32, [(192, 5, 1, 2), (160, 1), (96, 1), ("pool", 3, 2), (192, 5, 1, 2), (192, 1), (192, 1), ("pool", 3, 2), (192, 3, 1, 1), (192, 1), (10, 1)], 10)
    c["nin-imagenet"] = nin(224, [(96, 11, 4), (96, 1), (96, 1), ("pool", 3, 2), (256, 5, 1, 2), (256, 1), (256, 1), ("pool", 3, 2), (384, 3, 1, 1), (384, 1), (384, 1), ("pool", 3, 2), (1024, 3, 1, 1), (1024, 1), (1000, 1)], 1000)
    c["cnn-f"] = classic(224, [(64, 11, 4, 0, 1), pool(3, 2, 0, True), (256, 5, 1, 2, 1), pool(3, 2, 0, True), (256, 3, 1, 1, 1), (256, 3, 1, 1, 1), (256, 3, 1, 1, 1), pool(3, 2)], [4096, 4096, 1000])
    for name, fc7 in (("cnn-m", 4096), ("cnn-m-2048", 2048), ("cnn-m-1024", 1024), ("cnn-m-128", 128)):
        c[name] = cnn_m(fc7)
    c["cnn-s"] = classic(224, [(96, 7, 2, 0, 1), pool(3, 3, 0, True), (256, 5, 1, 0, 1), pool(2, 2, 0, True), (512, 3, 1, 1, 1), (512, 3, 1, 1, 1), (512, 3, 1, 1, 1), pool(3, 3, 0, True)], [4096, 4096, 1000])
    c["vgg-a"] = c["vgg-a-lrn"] = vgg([64], [128], [256] * 2, [512] * 2, [512] * 2)
    c["vgg-b"] = vgg([64] * 2, [128] * 2, [256] * 2, [512] * 2, [512] * 2)
    c["vgg-c"] = vgg([64] * 2, [128] * 2, [256, 256, -256], [512, 512, -512], [512, 512, -512])
    c["vgg-d"] = vgg([64] * 2, [128] * 2, [256] * 3, [512] * 3, [512] * 3)
    c["vgg-e"] = vgg([64] * 2, [128] * 2, [256] * 4, [512] * 4, [512] * 4)
    c["googlenet"] = googlenet()
    c["googlenet-tv"] = googlenet(False, True, 3, 2)
    c["bn-inception"] = bn_inception()
    c["inception-v3"] = inception_v3()
    c["inception-v4"] = inception_v4()
    c["inception-resnet-v1"] = inception_resnet_v1()
    c["inception-resnet-v2-paper"] = inception_resnet_v2(False)
    c["inception-resnet-v2-released"] = inception_resnet_v2(True)
    for d, b, n in ((18, False, (2, 2, 2, 2)), (34, False, (3, 4, 6, 3)), (50, True, (3, 4, 6, 3)), (101, True, (3, 4, 23, 3)), (152, True, (3, 8, 36, 3))):
        c[f"resnet-{d}"] = resnet(n, b)
        if b:
            c[f"resnet-{d}-tv"] = resnet(n, b, first=False)
        else:
            c[f"plain-{d}"] = resnet(n, b, "plain")
    c["wrn-50-2"] = resnet((3, 4, 6, 3), True, first=False, widen=2)
    c["resnet-200"] = resnet_200()
    for d in (20, 32, 44, 56, 110, 1202):
        c[f"resnet-cifar-{d}"] = cifar_resnet(d)
        if d < 1202:
            c[f"plain-cifar-{d}"] = cifar_resnet(d, "plain")
    c["preact-110"] = cifar_resnet(110)
    c["preact-164"], c["preact-1001"] = preact(164), preact(1001)
    for d, k in ((16, 4), (16, 8), (16, 10), (22, 8), (22, 10), (28, 10), (28, 12), (40, 1), (40, 2), (40, 4), (40, 8), (40, 10)):
        c[f"wrn-{d}-{k}"] = wrn(d, k)
    c["wr-inception"] = wr_inception(16, 128, 64, 64, 128)
    c["wr-inception-l2"] = wr_inception(64, 256, 256, 128, 256)
    c["stochastic-depth-110"] = cifar_resnet(110, bias=True)
    c["stochastic-depth-1202"] = cifar_resnet(1202)
    for d, k, bc in ((40, 12, False), (100, 12, False), (100, 24, False), (100, 12, True), (250, 24, True), (190, 40, True)):
        c[f"densenet-cifar-{d}-{k}" + ("-bc" if bc else "")] = densenet_cifar(d, k, bc)
    for d, b, k in ((121, (6, 12, 24, 16), 32), (169, (6, 12, 32, 32), 32), (201, (6, 12, 48, 32), 32), (264, (6, 12, 64, 48), 32), (161, (6, 12, 36, 24), 48)):
        c[f"densenet-{d}"] = densenet(b, k)
    c["inception-v2-rethinking"] = inception_v2()
    c["highway"] = highway()
    c["maxout-mnist-pi"] = perceptron((784, 1200), (240, 1200), (240, 10))
    c["residual-lstm"] = residual_lstm(10, 1024, 512, 1000, 40)
    c["rtn"] = rtn(31)
    return c


if __name__ == "__main__":
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "counts.json")
    with open(path, "w") as out:
        out.write("{\n" + ",\n".join(f'  "{name}": {json.dumps(row)}' for name, row in counts().items()) + "\n}\n")
    print(path)
