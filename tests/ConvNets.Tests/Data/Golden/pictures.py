"""Writes pictures.json: small JPEG and PNG files of many kinds, and the pixels that Pillow (libjpeg-turbo, libpng) reads from them.

Needs Pillow and cjpeg (libjpeg-turbo-progs). Run: python3 pictures.py
"""
import base64
import io
import json
import pathlib
import struct
import subprocess
import tempfile
import zlib

import numpy as np
import PIL
from PIL import Image, ImageOps, features

W, H = 37, 29
y, x = np.mgrid[0:H, 0:W]
rgb = np.stack([
    128 + 100 * np.sin(x / 5.0) * np.cos(y / 7.0), (x * 7) % 256, 255 * ((x // 6 + y // 5) % 2) * 0.8 + y], -1)
rgb = np.clip(rgb, 0, 255).astype(np.uint8)
photo = Image.fromarray(rgb)
cases = {}


def add(name, data, exact=None):
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    pixels = np.asarray(image.convert("RGB")) if exact is None else exact
    cases[name] = {
        "file": base64.b64encode(data).decode(), "width": pixels.shape[1], "height": pixels.shape[0],
        "crc": zlib.crc32(np.ascontiguousarray(pixels.transpose(2, 0, 1)).tobytes()),
    }


def pillow(image=photo, **options):
    out = io.BytesIO()
    image.save(out, "JPEG", **options)
    return out.getvalue()


def cjpeg(*options, image=photo):
    with tempfile.NamedTemporaryFile(suffix=".ppm") as ppm:
        image.save(ppm.name)
        return subprocess.run(["cjpeg", *options, ppm.name], check=True, capture_output=True).stdout


for sampling in ("1x1", "2x1", "2x2", "1x2", "4x1", "1x4", "4x2", "2x4", "3x1", "1x3"):
    add(f"baseline {sampling}", cjpeg("-quality", "85", "-sample", sampling))
for sampling in ("1x1", "2x1", "2x2", "1x2"):
    add(f"progressive {sampling}", cjpeg("-quality", "85", "-progressive", "-sample", sampling))
add("luma subsampled more than chroma", cjpeg("-quality", "85", "-sample", "1x1,2x2,1x1"))
add("optimised tables", cjpeg("-quality", "70", "-optimize"))
add("restart every 2 MCUs", cjpeg("-quality", "85", "-sample", "2x2", "-restart", "2B"))
add("restart every row, progressive", cjpeg("-quality", "85", "-progressive", "-restart", "1"))
add("grey", cjpeg("-quality", "85", "-grayscale"))
add("grey progressive", cjpeg("-quality", "85", "-grayscale", "-progressive"))
add("rgb", cjpeg("-quality", "85", "-rgb"))
add("quality 1", cjpeg("-quality", "1"))
add("quality 100", cjpeg("-quality", "100", "-sample", "1x1"))
add("16-bit quantisation", cjpeg("-quality", "1", "-sample", "2x2"))
add("cmyk", pillow(photo.convert("CMYK"), quality=85))
add("one pixel", cjpeg("-quality", "85", image=photo.crop((0, 0, 1, 1))))
add("three wide", cjpeg("-quality", "85", "-sample", "2x2", image=photo.crop((0, 0, 3, 11))))
add("five wide", cjpeg("-quality", "85", "-sample", "2x2", image=photo.crop((0, 0, 5, 3))))
for orientation in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = orientation
    add(f"exif {orientation}", pillow(photo.crop((0, 0, 17, 11)), quality=90, exif=exif.tobytes()))

# YCCK: a CMYK file of Pillow whose Adobe marker says that it was transformed.
ycck = bytearray(pillow(photo.convert("CMYK"), quality=85))
at = bytes(ycck).index(b"Adobe")
ycck[at + 11] = 2
add("ycck", bytes(ycck))


# PNG, written by hand so that every type, depth and interlacing occurs.
def png(depth, colour, interlaced, samples, palette=None, transparency=None):
    height, width = samples.shape[:2]

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    raw, bpp = b"", max(1, samples.shape[2] * depth // 8)
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)] if interlaced else [(0, 0, 1, 1)]
    for x0, y0, dx, dy in passes:
        part = samples[y0::dy, x0::dx]
        if part.shape[0] == 0 or part.shape[1] == 0:
            continue
        above = None
        for n, row in enumerate(part):
            flat = row.flatten()
            if depth == 16:
                line = flat.astype(">u2").tobytes()
            elif depth == 8:
                line = flat.astype(np.uint8).tobytes()
            else:
                bits = "".join(format(v, f"0{depth}b") for v in flat)
                bits += "0" * (-len(bits) % 8)
                line = int(bits, 2).to_bytes(len(bits) // 8, "big")
            kind = n % 5
            up = above or bytes(len(line))
            out = bytearray()
            for i, v in enumerate(line):
                a = line[i - bpp] if i >= bpp else 0
                b, c = up[i], up[i - bpp] if i >= bpp else 0
                p = a + b - c
                pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
                paeth = a if pa <= pb and pa <= pc else b if pb <= pc else c
                out.append((v - (0, a, b, (a + b) // 2, paeth)[kind]) % 256)
            raw += bytes([kind]) + bytes(out)
            above = line
    packed = zlib.compress(raw)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))
    if palette is not None:
        data += chunk(b"PLTE", palette)
    if transparency is not None:
        data += chunk(b"tRNS", transparency)
    half = len(packed) // 2
    return data + chunk(b"tEXt", b"Comment\0x") + chunk(b"IDAT", packed[:half]) + chunk(b"IDAT", packed[half:]) + chunk(b"IEND", b"")


def grid(channels, levels, height=11, width=13):
    yy, xx = np.mgrid[0:height, 0:width]
    return np.stack([(xx * 37 + yy * 59 + c * 101 + xx * yy * 7) % levels for c in range(channels)], -1)


def to8(samples, depth):
    return ((samples.astype(np.int64) * 255 + ((1 << depth) - 1) // 2) // ((1 << depth) - 1)).astype(np.uint8)


for interlaced in (0, 1):
    word = " interlaced" if interlaced else ""
    for depth in (1, 2, 4, 8, 16):
        s = grid(1, 1 << depth)
        add(f"png grey {depth}{word}", png(depth, 0, interlaced, s), to8(np.repeat(s, 3, 2), depth))
    for depth in (1, 2, 4, 8):
        s = grid(1, 1 << depth)
        palette = bytes((i * k) % 256 for i in range(1 << depth) for k in (3, 70, 111))
        add(f"png palette {depth}{word}", png(depth, 3, interlaced, s, palette, bytes([0, 128])))
    for depth in (8, 16):
        for colour, channels in ((2, 3), (4, 2), (6, 4)):
            s = grid(channels, 1 << depth)
            eight = to8(s, depth)
            add(f"png colour type {colour} {depth}{word}", png(depth, colour, interlaced, s),
                np.repeat(eight[:, :, :1], 3, 2) if colour == 4 else eight[:, :, :3])
s = grid(3, 256)
add("png with a transparent colour", png(8, 2, 0, s, None, struct.pack(">HHH", *s[2, 3])))
add("png one pixel interlaced", png(8, 2, 1, s[:1, :1]))

made = f"Pillow {PIL.__version__}, libjpeg-turbo {features.version('libjpeg_turbo')}"
lines = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in cases.items())
(pathlib.Path(__file__).parent / "pictures.json").write_text(f'{{\n  "made with": {json.dumps(made)},\n{lines}\n}}\n')
