import { type Brush, cloth, type Form, slope, solid } from '../brush.ts'
import { at, box, dot, fill, oval, ovalPath, stroke } from '../shapes.ts'
import { linear } from '../sheet.ts'

const casserole: Form = {
  stance: 'stands',
  size: [500, 330],
  draw: (brush) =>
    ear(brush, -1) +
    ear(brush, 1) +
    solid(brush, 'M-192 -204L-184 -44Q-178 0 -132 0H132Q178 0 184 -44L192 -204Z') +
    box([-200, -216, 400, 20], brush.ink.dark, 8) +
    solid(brush, 'M-198 -214C-188 -272 -96 -284 0 -284S188 -272 198 -214Z') +
    box([-22, -306, 44, 24], brush.trim.dark, 4) +
    oval([0, -310, 42, 14], brush.trim.base) +
    oval([-8, -313, 22, 6], brush.trim.pale) +
    stroke('M-150 -168L-144 -62', '#ffffff58', 13) +
    stroke('M-136 -250C-100 -262 -50 -266 -10 -266', '#ffffff58', 9),
}

function ear({ ink }: Brush, side: number): string {
  return at(
    `scale(${side} 1)`,
    stroke('M180 -178C240 -186 242 -132 178 -134', ink.deep, 20),
    stroke('M180 -181C232 -187 234 -138 178 -139', ink.base, 7),
  )
}

const saucepan: Form = {
  stance: 'stands',
  size: [560, 250],
  draw: (brush) =>
    at(
      'translate(-90 0)',
      fill('M148 -176L400 -214Q420 -214 420 -196T402 -178L150 -140Z', slope(brush, brush.trim)) +
        dot(398, -196, 6, brush.trim.deep),
      box([140, -178, 40, 40], '#8c9194', 6),
      solid(brush, 'M-160 -206L-156 -30Q-152 0 -122 0H122Q152 0 156 -30L160 -206Z'),
      oval([0, -206, 160, 26], '#d9dcdc'),
      oval(
        [0, -204, 150, 20],
        linear(brush.sheet, [
          [0, '#7f8587'],
          [1, '#c6cacb'],
        ]),
      ),
      stroke('M-126 -168L-122 -50', '#ffffff60', 12),
    ),
}

const pan: Form = {
  stance: 'lies',
  size: [440, 700],
  draw: (brush) =>
    at(
      'rotate(28) translate(0 -90)',
      fill('M-24 190L-20 480Q-18 500 0 500T20 480L24 190Z', slope(brush, brush.trim)) +
        dot(0, 470, 9, brush.trim.deep),
      fill('M-30 180H30L22 262H-22Z', '#6d7073'),
      dot(0, 0, 216, brush.ink.dark),
      dot(-4, -4, 210, slope(brush)),
      dot(
        0,
        0,
        186,
        linear(
          brush.sheet,
          [
            [0, brush.ink.deep],
            [1, brush.ink.base],
          ],
          48,
        ),
      ),
      cloth({ ...brush, ink: { ...brush.ink, light: brush.ink.base } }, ovalPath([3, 3, 180, 180])),
      `<circle cx="3" cy="3" r="128" fill="none" stroke="${brush.ink.mark}" stroke-opacity=".3" stroke-width="3"/>`,
      fill('M-150 -60A160 160 0 0 1 -50 -150A140 140 0 0 0 -150 -60Z', '#ffffff38'),
    ),
}

const board: Form = {
  stance: 'lies',
  size: [420, 700],
  draw: (brush) => {
    const shape =
      'M-180 -190Q-180 -230 -140 -230H-52C-34 -230 -36 -250 -36 -270V-318Q-36 -344 0 -344T36 -318V-270C36 -250 34 -230 52 -230H140Q180 -230 180 -190V300Q180 340 140 340H-140Q-180 340 -180 300Z'
    return at(
      'rotate(-9)',
      at('translate(7 9)', fill(shape, brush.ink.deep)),
      cloth(brush, shape),
      dot(0, -304, 13, brush.ink.deep),
      stroke('M-146 -170V290', `${brush.ink.pale}70`, 4),
      at('translate(40 90)', tomato(0, 0, 1), tomato(86, 66, 0.72)),
      at('translate(-60 -30) rotate(-30)', herb()),
    )
  },
}

const knife: Form = {
  stance: 'lies',
  size: [300, 720],
  draw: (brush) =>
    at(
      'rotate(34)',
      fill(
        'M-40 40V-250Q-40 -340 44 -372V40Z',
        linear(brush.sheet, [
          [0, '#eef1f1'],
          [0.55, '#c9cfd1'],
          [1, '#9ea6a9'],
        ]),
      ),
      fill('M-40 40V-250Q-40 -320 10 -352L10 40Z', '#ffffff60'),
      stroke('M-22 20V-230', '#ffffffa0', 3),
      box([-42, 36, 88, 22], '#8a9093', 3),
      cloth(brush, 'M-30 58H42C50 140 38 230 52 320Q54 352 10 352T-32 320C-18 230 -38 140 -30 58Z'),
      dot(6, 110, 7, '#d9c79b'),
      dot(8, 200, 7, '#d9c79b'),
      dot(10, 290, 7, '#d9c79b'),
    ),
}

const spoons: Form = {
  stance: 'lies',
  size: [460, 660],
  draw: (brush) =>
    at(
      'rotate(-22)',
      box([-13, -110, 26, 430], slope(brush), 13),
      oval([0, -210, 62, 108], slope(brush)),
      oval([4, -206, 46, 88], brush.ink.dark),
      oval([8, -198, 38, 76], brush.ink.base),
    ) +
    at(
      'rotate(4) translate(20 10)',
      box([-13, -90, 26, 410], slope(brush), 13),
      fill('M-58 -90V-290Q-58 -312 -36 -312H36Q58 -312 58 -290V-90Q30 -60 0 -60T-58 -90Z', slope(brush)),
      box([-34, -270, 14, 150], brush.ink.dark, 7),
      box([-7, -270, 14, 150], brush.ink.dark, 7),
      box([20, -270, 14, 150], brush.ink.dark, 7),
    ) +
    at(
      'rotate(29) translate(30 10)',
      box([-12, -120, 24, 440], slope(brush), 12),
      fill('M-50 -110C-60 -220 -52 -290 -40 -300H40C52 -290 40 -200 20 -110Z', slope(brush)),
    ),
}

function tomato(x: number, y: number, size: number): string {
  return at(
    `translate(${x} ${y}) scale(${size})`,
    oval([6, 8, 60, 58], '#2b243326'),
    dot(0, 0, 58, '#c8533a'),
    oval([-18, -22, 20, 13], '#e6937c'),
    fill('M0 -6L10 -34L14 -8L40 -14L18 6L30 30L4 14L-20 30L-14 6L-38 -10L-10 -10Z', '#5d7a3c'),
  )
}

function herb(): string {
  const leaves = [0, 1, 2, 3].map((i) =>
    at(
      `translate(0 ${-i * 42})`,
      fill('M0 0C10 -30 50 -42 70 -30C60 0 30 12 0 0Z', '#6f8c4e'),
      fill('M0 -14C-10 -44 -50 -56 -66 -42C-58 -14 -30 -4 0 -14Z', '#5d7a3c'),
    ),
  )
  return stroke('M0 40C4 -40 -4 -100 0 -170', '#5d7a3c', 6) + leaves.join('')
}

export const cookware: Readonly<Record<string, Form>> = { casserole, saucepan, pan, board, knife, spoons }
