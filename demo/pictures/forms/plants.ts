import { at, dot, fill, stroke } from '../shapes.ts'

/** Plants to fill a pot with: drawn upwards from the soil at the origin. */

export function snakePlant(): string {
  const blade = (x: number, lean: number, tall: number) =>
    fill(
      `M${x - 17} 6C${x - 26} ${-tall * 0.5} ${x + lean - 8} ${-tall * 0.8} ${x + lean} ${-tall}C${x + lean + 10} ${-tall * 0.7} ${x + 26} ${-tall * 0.4} ${x + 17} 6Z`,
      '#8fa860',
    ) +
    fill(
      `M${x - 10} 6C${x - 16} ${-tall * 0.5} ${x + lean - 6} ${-tall * 0.74} ${x + lean} ${-tall * 0.95}C${x + lean + 4} ${-tall * 0.7} ${x + 18} ${-tall * 0.4} ${x + 11} 6Z`,
      '#46704c',
    ) +
    stroke(
      `M${x - 6} ${-tall * 0.3}l14 -10M${x - 4} ${-tall * 0.5}l14 -10M${x - 8} ${-tall * 0.15}l14 -10`,
      '#6f9463',
      4,
    )
  return (
    blade(-58, -54, 210) + blade(52, 62, 230) + blade(-22, -16, 300) + blade(24, 14, 340) + blade(-4, 6, 190)
  )
}

export function monstera(): string {
  const leaf = (x: number, y: number, turn: number, size: number, tone: string) =>
    at(
      `translate(${x} ${y}) rotate(${turn}) scale(${size})`,
      fill(
        'M0 10C-70 -4 -98 -66 -78 -128L-54 -104L-60 -150C-40 -184 -14 -196 4 -206C26 -190 50 -176 64 -146L48 -116L80 -122C98 -66 66 0 0 10Z',
        tone,
      ),
      stroke('M0 4L2 -176M0 -40L-56 -74M0 -40L56 -70M0 -90L-44 -130M0 -90L46 -124', '#ffffff38', 4),
    )
  return (
    stroke(
      'M0 0C-10 -60 -60 -100 -92 -120M0 0C8 -90 10 -150 6 -190M0 0C20 -60 60 -90 92 -110',
      '#4f7a4a',
      8,
    ) +
    leaf(-92, -112, -48, 0.92, '#4d7d52') +
    leaf(92, -104, 46, 0.96, '#5b8d5a') +
    leaf(4, -180, -4, 1, '#3f6c47')
  )
}

export function olive(): string {
  const sprig = (x: number, y: number, turn: number) =>
    at(
      `translate(${x} ${y}) rotate(${turn})`,
      stroke('M0 0V-120', '#7d6a50', 5),
      ...[0, 1, 2, 3, 4].map(
        (i) =>
          fill(
            `M0 ${-14 - i * 24}C14 ${-36 - i * 24} 40 ${-46 - i * 24} 54 ${-44 - i * 24}C44 ${-24 - i * 24} 20 ${-10 - i * 24} 0 ${-14 - i * 24}Z`,
            '#8ea37a',
          ) +
          fill(
            `M0 ${-20 - i * 24}C-14 ${-42 - i * 24} -40 ${-52 - i * 24} -54 ${-50 - i * 24}C-44 ${-30 - i * 24} -20 ${-16 - i * 24} 0 ${-20 - i * 24}Z`,
            '#6f8a64',
          ),
      ),
    )
  return (
    stroke('M0 6C-8 -60 8 -120 0 -190', '#7d6a50', 15) +
    sprig(-6, -130, -58) +
    sprig(4, -120, 56) +
    sprig(0, -190, -28) +
    sprig(0, -180, 30) +
    sprig(0, -210, 0) +
    dot(-60, -190, 9, '#4b4a5a') +
    dot(56, -176, 9, '#5c6b3f')
  )
}

export function cactus(): string {
  const stem = (d: string, width: number) =>
    stroke(d, '#4f8059', width) +
    stroke(d, '#6c9c6d', width * 0.42) +
    `<path d="${d}" fill="none" stroke="#e9efd5" stroke-width="3" stroke-dasharray="3 18"/>`
  return (
    stem('M-40 -90C-110 -96 -112 -130 -110 -180', 50) +
    stem('M40 -130C110 -134 108 -170 106 -220', 46) +
    stem('M0 6V-250', 88) +
    at(
      'translate(0 -294)',
      ...[0, 60, 120, 180, 240, 300].map((turn) =>
        at(`rotate(${turn})`, fill('M0 0C-14 -14 -12 -32 0 -38C12 -32 14 -14 0 0Z', '#e08a80')),
      ),
      dot(0, 0, 9, '#f2cf77'),
    )
  )
}

export function trailing(): string {
  const vine = (d: string, points: readonly (readonly [number, number])[]) =>
    stroke(d, '#577a4c', 5) +
    points
      .map(([x, y], i) =>
        at(
          `translate(${x} ${y}) rotate(${i * 47})`,
          fill(
            'M0 4C-26 -6 -30 -32 -14 -40C-4 -42 0 -34 0 -28C0 -34 4 -42 14 -40C30 -32 26 -6 0 4Z',
            i % 2 === 0 ? '#6d9a5c' : '#4f7f53',
          ),
        ),
      )
      .join('')
  return (
    vine('M-30 0C-110 -50 -170 0 -168 130', [
      [-74, -26],
      [-124, -16],
      [-154, 24],
      [-168, 74],
      [-168, 130],
    ]) +
    vine('M40 0C110 -50 160 0 172 90', [
      [76, -28],
      [120, -12],
      [152, 24],
      [170, 84],
    ]) +
    vine('M0 0C-10 -40 -40 -70 -60 -76M0 0C10 -40 40 -70 62 -80M0 0V-90', [
      [-40, -50],
      [-66, -74],
      [44, -52],
      [64, -80],
      [0, -54],
      [2, -92],
      [-20, -20],
      [24, -18],
    ])
  )
}

export function herbs(): string {
  return [-70, -36, 0, 38, 72]
    .map((x, i) => {
      const tall = 130 + ((i * 37) % 60)
      const leaves = [0, 1, 2, 3].map((k) =>
        at(
          `translate(${x * (1 + k * 0.14)} ${-tall * 0.3 - k * 34})`,
          fill('M0 0C16 -24 48 -28 60 -18C46 6 18 14 0 0Z', '#76a05c'),
          fill('M0 0C-16 -24 -48 -28 -60 -18C-46 6 -18 14 0 0Z', '#598a50'),
        ),
      )
      return stroke(`M${x * 0.7} 6Q${x} ${-tall * 0.5} ${x * 1.5} ${-tall}`, '#5f8451', 5) + leaves.join('')
    })
    .join('')
}

export function bloom(): string {
  const flower = (x: number, y: number, size: number) =>
    at(
      `translate(${x} ${y}) scale(${size})`,
      ...[0, 45, 90, 135, 180, 225, 270, 315].map((turn) =>
        at(
          `rotate(${turn})`,
          fill('M0 0C-20 -20 -16 -50 0 -58C16 -50 20 -20 0 0Z', turn % 90 === 0 ? '#f6ead8' : '#eedfc6'),
        ),
      ),
      dot(0, 0, 15, '#dca23e'),
    )
  return (
    stroke(
      'M-20 6C-40 -80 -80 -130 -96 -180M4 6C0 -120 10 -180 4 -260M20 6C50 -60 80 -110 104 -160',
      '#5f8451',
      6,
    ) +
    fill(
      'M-10 0C-60 -20 -110 -20 -130 -50C-90 -80 -30 -50 -10 0ZM10 0C50 -30 110 -20 140 -40C100 -80 40 -60 10 0ZM0 0C-30 -50 -20 -110 0 -130C20 -110 24 -50 0 0Z',
      '#5d8d55',
    ) +
    flower(-98, -186, 0.9) +
    flower(4, -270, 1.05) +
    flower(108, -168, 0.86)
  )
}
