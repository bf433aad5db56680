import { type Brush, type Form, round, solid } from '../brush.ts'
import { at, box, boxPath, dot, fill, oval, stroke } from '../shapes.ts'
import { linear, radial } from '../sheet.ts'

const dome: Form = {
  stance: 'stands',
  size: [420, 470],
  draw: (brush) =>
    glow(brush, [0, -190, 260]) +
    solid(brush, 'M-52 -262H52L40 -40H-40Z') +
    solid(brush, 'M-110 0C-110 -38 -60 -44 0 -44S110 -38 110 0Z') +
    oval([0, -256, 190, 26], '#fff3cf') +
    solid(brush, 'M-206 -256C-200 -400 -90 -456 0 -456S200 -400 206 -256C120 -236 -120 -236 -206 -256Z') +
    stroke('M-150 -310C-126 -380 -80 -410 -40 -420', '#ffffff60', 13),
}

const shade: Form = {
  stance: 'stands',
  size: [400, 580],
  draw: (brush) => {
    const linen = linear(brush.sheet, [
      [0, '#efe2c6'],
      [0.35, '#fff6df'],
      [1, '#dcc9a4'],
    ])
    return (
      glow(brush, [0, -400, 300]) +
      box([-6, -340, 12, 60], '#b9975a') +
      solid(
        brush,
        'M-60 0C-120 -30 -128 -130 -74 -196C-46 -230 -34 -260 -34 -290H34C34 -260 46 -230 74 -196C128 -130 120 -30 60 0Z',
      ) +
      fill('M-116 -570H116L190 -330Q0 -306 -190 -330Z', linen) +
      stroke('M-186 -334Q0 -310 186 -334', `${brush.ink.dark}80`, 7) +
      stroke('M-116 -567H116', `${brush.ink.dark}60`, 6) +
      stroke('M-70 -540L-104 -350M-24 -540L-36 -340M24 -540L36 -340M70 -540L104 -350', '#c9b48a40', 4) +
      stroke('M-78 -140C-86 -104 -80 -70 -66 -44', '#ffffff60', 12)
    )
  },
}

const pendant: Form = {
  stance: 'hangs',
  size: [460, 560],
  draw: (brush) =>
    at(
      'translate(0 60)',
      stroke('M0 -400V190', brush.trim.deep, 5),
      glow(brush, [0, 440, 290]),
      box([-26, 170, 52, 54], brush.trim.base, 8),
      oval([0, 424, 200, 30], '#fff3cf'),
      solid(brush, 'M-50 222H50C60 290 206 300 216 424C120 446 -120 446 -216 424C-206 300 -60 290 -50 222Z'),
      fill('M-216 424C-120 446 120 446 216 424C120 462 -120 462 -216 424Z', '#fff8e4'),
      stroke('M-160 380C-140 330 -100 304 -66 290', '#ffffff60', 12),
    ),
}

const globe: Form = {
  stance: 'hangs',
  size: [460, 600],
  draw: (brush) =>
    at(
      'translate(0 40)',
      stroke('M0 -400V130', '#6b6058', 4),
      glow(brush, [0, 330, 330]),
      `<circle cy="330" r="205" fill="${radial(brush.sheet, [
        [0, '#fffaf0'],
        [0.6, brush.ink.pale],
        [1, brush.ink.base],
      ])}"/>`,
      ...[-150, -100, -50, 0, 50, 100, 150].map((y) =>
        stroke(
          `M${-Math.round(Math.sqrt(205 ** 2 - y ** 2))} ${330 + y}Q0 ${330 + y * 1.14 + 10} ${Math.round(Math.sqrt(205 ** 2 - y ** 2))} ${330 + y}`,
          `${brush.ink.dark}48`,
          3,
        ),
      ),
      box([-40, 118, 80, 14], brush.trim.base, 6),
      box([-34, 528, 68, 12], brush.trim.base, 6),
    ),
}

const floorlamp: Form = {
  stance: 'stands',
  size: [400, 700],
  draw: (brush) =>
    glow(brush, [70, -470, 260]) +
    solid(brush, 'M-150 0C-150 -24 -100 -28 -60 -28S30 -24 30 0Z') +
    stroke('M-60 -20V-560C-60 -690 70 -690 76 -590', brush.ink.dark, 13) +
    stroke('M-63 -20V-560C-63 -686 60 -690 72 -606', brush.ink.light, 4) +
    oval([76, -470, 112, 16], '#fff3cf') +
    solid(
      brush,
      'M40 -590H112C126 -540 186 -530 190 -470C150 -456 0 -456 -38 -470C-34 -530 26 -540 40 -590Z',
    ) +
    dot(-60, -300, 13, brush.trim.base),
}

const tasklamp: Form = {
  stance: 'stands',
  size: [480, 540],
  draw: (brush) =>
    glow(brush, [150, -300, 230]) +
    solid(brush, boxPath([-190, -34, 200, 34], 16)) +
    stroke('M-90 -30L-150 -270L40 -470', brush.ink.dark, 15) +
    stroke('M-94 -30L-153 -268L38 -468', brush.ink.light, 5) +
    dot(-150, -270, 20, brush.trim.base) +
    dot(-150, -270, 8, brush.trim.deep) +
    at(
      'translate(52 -474) rotate(-32)',
      oval([0, 150, 104, 18], '#fff3cf'),
      solid(brush, 'M-30 -30H30C34 30 100 60 108 150C60 166 -60 166 -108 150C-100 60 -34 30 -30 -30Z'),
      fill(boxPath([-22, -52, 44, 30], 8), round(brush, brush.trim)),
    ),
}

function glow({ sheet }: Brush, [x, y, r]: readonly [number, number, number]): string {
  return dot(
    x,
    y,
    r,
    radial(sheet, [
      [0, '#ffeec0c8'],
      [0.5, '#ffeec050'],
      [1, '#ffeec000'],
    ]),
  )
}

export const lighting: Readonly<Record<string, Form>> = { dome, shade, pendant, globe, floorlamp, tasklamp }
