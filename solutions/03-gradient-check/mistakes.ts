import type { Mistake } from 'chainrule/course';

export const mistakes: readonly Mistake[] = [
  {
    id: 'one-sided',
    title: 'the difference is taken to one side only',
    hint: 'Measure the slope of the cube at 1 with a step of 0.1. One way of measuring gives 3.01 and another gives 3.31. Which is yours, and does either of your two points lie to the left of 1?',
    edits: [
      { find: 'theta.set(i, j, old - epsilon);', replace: 'theta.set(i, j, old);' },
      { find: '(2 * epsilon)', replace: 'epsilon' },
    ],
  },
  {
    id: 'distance-not-doubled',
    title: 'the difference is divided by one step, but the two points lie two steps apart',
    hint: 'The straight line f(x) = x climbs by 1 for every 1 it goes: its slope is 1 everywhere. What does your function say of it? How far do your two points lie apart?',
    edits: [{ find: '(2 * epsilon)', replace: 'epsilon' }],
  },
  {
    id: 'second-point-is-the-start',
    title: 'the second step leads back to the start and not to the left of it',
    hint: 'Your slopes come out half as large as they are. Write down the two values at which the loss is called for the cube at 1 with a step of 0.1. Do both steps begin at 1, and are plus and minus two different matrices?',
    edits: [
      {
        find: 'theta.set(i, j, old - epsilon);',
        replace: 'theta.set(i, j, theta.get(i, j) - epsilon);',
      },
    ],
  },
  {
    id: 'entry-not-put-back',
    title: 'an entry stays moved while the next one is measured',
    hint: 'Print theta before and after your function. Which value does the first entry have while you measure the second one, and which should it have?',
    edits: [{ find: '      theta.set(i, j, old);\n', replace: '' }],
  },
  {
    id: 'entry-put-back-by-adding',
    title: 'an entry is moved back by arithmetic and misses its old value by a hair',
    hint: 'On a computer, a step away and a step back need not lead home: try it with 0.1 and a step of 0.00001. What could you remember before the first step, so that nothing has to be undone?',
    edits: [
      { find: 'theta.set(i, j, old);', replace: 'theta.set(i, j, theta.get(i, j) + epsilon);' },
    ],
  },
  {
    id: 'only-first-ten-entries',
    title: 'only the first ten entries of each parameter are looked at',
    hint: 'Make a matrix with twelve entries and spoil the last entry of its gradient. Does your check see it? Count how many entries it looks at.',
    edits: [
      {
        find: 'const old = theta.get(i, j);',
        replace: 'if (i * theta.columns + j >= 10) continue;\n      const old = theta.get(i, j);',
      },
      {
        find: 'const difference = Matrix.sub(a, b).norm();',
        replace:
          'const first = (M: Matrix) => Matrix.rowVector(M.to1DArray().slice(0, 10));\n  const difference = Matrix.sub(first(a), first(b)).norm();',
      },
      { find: 'a.norm() + b.norm()', replace: 'first(a).norm() + first(b).norm()' },
    ],
  },
  {
    id: 'difference-in-place',
    title: 'the first gradient is overwritten by the difference',
    hint: 'Print the first gradient before and after your function. In ml-matrix, some calls make a new matrix and others change the one they are called on. Which kind takes your difference?',
    edits: [{ find: 'Matrix.sub(a, b).norm()', replace: 'a.sub(b).norm()' }],
  },
  {
    id: 'absolute-difference',
    title: 'the difference is not put in proportion to the gradients',
    hint: 'Compare 0.00001 with 0.00003, and 1000 with 1000.00002. The distances are the same. Which of the two pairs should worry you, and what does your number say?',
    edits: [{ find: 'difference / size', replace: 'difference' }],
  },
  {
    id: 'only-lengths-compared',
    title: 'only the lengths of the two gradients are compared',
    hint: 'Take a gradient and the same gradient with every sign flipped. They point in opposite directions: how far apart are they, and what does your function say?',
    edits: [{ find: 'Matrix.sub(a, b).norm()', replace: 'Math.abs(a.norm() - b.norm())' }],
  },
  {
    id: 'length-of-the-sum',
    title: 'the two gradients are added before their length is taken',
    hint: 'Try your function on [3 4] and [-3 -4]. How long is each of the two, and what stands below your fraction?',
    edits: [{ find: 'a.norm() + b.norm()', replace: 'Matrix.add(a, b).norm()' }],
  },
  {
    id: 'zero-by-zero',
    title: 'two zero gradients give NaN',
    hint: 'A parameter that the loss does not depend on has the gradient zero, and the measured one is zero as well. They agree perfectly. What is 0 divided by 0 on a computer?',
    edits: [{ find: '  if (size === 0) return 0;\n', replace: '' }],
  },
  {
    id: 'nan-becomes-zero',
    title: 'NaN is turned into 0, and so into perfect agreement',
    hint: 'Put one NaN into a gradient and compare it with a healthy one. Your answer says that they are equal. Which part of your line was meant for two zero gradients and catches NaN as well?',
    edits: [
      { find: '  if (size === 0) return 0;\n', replace: '' },
      { find: 'difference / size', replace: 'difference / size || 0' },
    ],
  },
  {
    id: 'nan-passes',
    title: 'a gradient with NaN in it passes',
    hint: 'Every comparison with NaN is false. Follow a relative error of NaN through your questions, one after the other: at which verdict does it come out at the end?',
    edits: [
      {
        find: "if (error < 1e-5) return 'passed';",
        replace: "if (error >= 1e-3) return 'failed';",
      },
      {
        find: "if (error < 1e-3) return 'acceptable';",
        replace: "if (error >= 1e-5) return 'acceptable';",
      },
      {
        find: "  return 'failed';\n}\n// #endregion",
        replace: "  return 'passed';\n}\n// #endregion",
      },
    ],
  },
  {
    id: 'only-first-parameter',
    title: 'the check ends after the first parameter',
    hint: 'You give four parameters and get the verdict on one. When does your loop end: after the last name, or in the middle of its first round?',
    edits: [
      {
        find: 'verdict: verdictOf(error) };',
        replace: 'verdict: verdictOf(error) };\n    return checks;',
      },
    ],
  },
  {
    id: 'biases-left-out',
    title: 'the biases are not checked',
    hint: 'A backward pass can get every weight right and forget to average the biases. Which names stand in what you return, and which are missing?',
    edits: [
      {
        find: 'const gradient = gradients[',
        replace: "if (name.startsWith('b')) continue;\n    const gradient = gradients[",
      },
    ],
  },
  {
    id: 'epsilon-not-passed-on',
    title: 'the epsilon that is given is not used',
    hint: 'Call checkGradients with an epsilon of 0.1 and again with 0.00001, and print the relative errors. Should they be the same? Follow the number on its way to where the entries are moved.',
    edits: [
      {
        find: 'numericGradient(lossAt, theta, epsilon)',
        replace: 'numericGradient(lossAt, theta)',
      },
    ],
  },
];
