import { expect, it } from 'vitest'
import { kindOfFile } from './kind-of-file.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

it.each([
  ['\xff\xd8\xff\xe0\0\x10JFIF', 'a JPEG'],
  ['\x89PNG\r\n\x1a\n\0\0', 'a PNG'],
  ['GIF89a=1;/*<html>', 'a GIF'],
  ['RIFF\x10\0\0\0WEBPVP8 ', 'a WebP'],
  ['\0\0\0\x20ftypavif\0\0\0\0avifmif1', 'an AVIF'],
  ['\0\0\0\x20ftypmif1\0\0\0\0mif1avif', 'an AVIF'],
])('%j is taken, as %s', (head, says) => {
  expect(kindOfFile(bytes(head))).toEqual({ isTaken: true, says })
})

it.each([
  ['', /nothing at all/],
  ['<?xml version="1.0"?><!-- a picture --><SVG onload="x()">', /SVG/],
  ['\0\0\0\x20ftypheic\0\0\0\0mif1heic', /HEIC/],
  ['\0\0\0\x20ftypisom\0\0\0\0isomavc1', /video/],
  [' \n<!DOCTYPE html><title>', /web page/],
  ['%PDF-1.7', /PDF/],
  ['<html>\x89PNG\r\n\x1a\n', /web page/],
  ['GIF88a', /something else/],
])('%j is not', (head, says) => {
  expect(kindOfFile(bytes(head))).toEqual({ isTaken: false, says: expect.stringMatching(says) })
})
