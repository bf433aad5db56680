import { pick, seeded } from '../../catalog/random.ts'
import { type Brush, type Form, slope, solid } from '../brush.ts'
import { at, box, boxPath, dot, fill, oval, stroke } from '../shapes.ts'
import { shared } from '../sheet.ts'
import { bloom, cactus, herbs, monstera, olive, snakePlant, trailing } from './plants.ts'

const plants = [snakePlant, monstera, olive, cactus, bloom, herbs]

function plant({ seed, sheet }: Brush): string {
  return shared(sheet, pick(seeded(seed), plants)())
}

function soil([x, y, rx, ry]: readonly [number, number, number, number], brush: Brush): string {
  return oval([x, y, rx, ry], brush.ink.pale) + oval([x, y + 2, rx - 9, ry - 5], '#4a3a30')
}

const taperedpot: Form = {
  stance: 'stands',
  size: [400, 600],
  draw: (brush) =>
    fill('M-116 -12H116L104 6H-104Z', brush.ink.deep) +
    solid(brush, 'M-138 -240L-102 0H102L138 -240Z') +
    soil([0, -268, 152, 22], brush) +
    at('translate(0 -272)', plant(brush)) +
    solid(brush, 'M-152 -270Q0 -236 152 -270L148 -212Q0 -186 -148 -212Z') +
    stroke('M-112 -180L-92 -50', '#ffffff50', 11),
}

const cylinderpot: Form = {
  stance: 'stands',
  size: [400, 590],
  draw: (brush) =>
    soil([0, -250, 130, 22], brush) +
    at('translate(0 -252)', plant(brush)) +
    solid(brush, 'M-130 -252Q0 -214 130 -252V-24Q128 0 104 0H-104Q-128 0 -130 -24Z') +
    stroke('M-102 -200V-50', '#ffffff50', 11),
}

const footedpot: Form = {
  stance: 'stands',
  size: [420, 620],
  draw: (brush) =>
    ['M-84 -60L-112 0', 'M84 -60L112 0'].map((d) => stroke(d, brush.trim.dark, 20)).join('') +
    soil([0, -280, 150, 24], brush) +
    at('translate(0 -282)', plant(brush)) +
    solid(brush, 'M-150 -282Q0 -240 150 -282C156 -150 120 -44 60 -40H-60C-120 -44 -156 -150 -150 -282Z') +
    fill('M-116 -96H116L104 -68H-104Z', slope(brush, brush.trim)) +
    stroke('M-116 -230C-116 -170 -104 -130 -92 -112', '#ffffff50', 11),
}

const hangingpot: Form = {
  stance: 'hangs',
  size: [430, 640],
  draw: (brush) =>
    dot(0, 6, 15, brush.trim.dark) +
    stroke('M0 10L-120 360M0 10L120 360M0 10V340', brush.trim.base, 5) +
    at('translate(0 366) scale(1.06)', shared(brush.sheet, trailing())) +
    solid(brush, 'M-136 352Q0 388 136 352C140 460 90 520 0 520S-140 460 -136 352Z') +
    stroke('M-104 400C-98 440 -80 466 -62 480', '#ffffff50', 10),
}

const trough: Form = {
  stance: 'stands',
  size: [560, 430],
  draw: (brush) =>
    box([-250, -176, 500, 20], '#4a3a30') +
    at('translate(-170 -166) scale(.66)', shared(brush.sheet, snakePlant())) +
    at('translate(170 -166) scale(.8)', shared(brush.sheet, bloom())) +
    at('translate(-10 -166) scale(-.56 .6)', shared(brush.sheet, snakePlant())) +
    solid(brush, boxPath([-262, -170, 524, 150], 14)) +
    box([-262, -170, 524, 16], brush.ink.light, 6) +
    box([-220, -22, 50, 22], brush.ink.deep, 4) +
    box([170, -22, 50, 22], brush.ink.deep, 4) +
    stroke('M-236 -130V-50', '#ffffff50', 9),
}

const wateringcan: Form = {
  stance: 'stands',
  size: [580, 440],
  draw: (brush) =>
    at(
      'translate(30 0)',
      stroke('M60 -250C90 -440 250 -380 190 -200C176 -150 150 -120 130 -100', brush.trim.dark, 18),
      stroke('M64 -262C96 -420 226 -372 184 -220', brush.trim.light, 5),
      fill('M-110 -80C-170 -120 -210 -220 -256 -300L-230 -318C-180 -240 -150 -190 -110 -160Z', slope(brush)),
      at(
        'translate(-250 -316) rotate(-34)',
        oval([0, 0, 54, 18], brush.ink.dark),
        oval([0, -4, 46, 13], brush.ink.light),
        dot(-20, -4, 4, brush.ink.deep),
        dot(0, -7, 4, brush.ink.deep),
        dot(20, -4, 4, brush.ink.deep),
      ),
      solid(brush, 'M-120 -236L-134 -24Q-134 0 -106 0H106Q134 0 134 -24L120 -236Z'),
      oval([0, -236, 120, 22], brush.ink.dark),
      fill(
        'M-120 -240C-90 -280 60 -290 120 -240C80 -220 40 -226 20 -214C-40 -212 -100 -220 -120 -240Z',
        brush.ink.light,
      ),
      stroke('M-98 -190L-106 -50', '#ffffff55', 11),
    ),
}

export const pots: Readonly<Record<string, Form>> = {
  taperedpot,
  cylinderpot,
  footedpot,
  hangingpot,
  trough,
  wateringcan,
}
