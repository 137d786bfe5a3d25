import type { ReactNode } from 'react';
import type { Problem } from '../protocol.ts';

const titles: Record<Problem['kind'], string> = {
  render: 'The extension failed while it rendered',
  error: 'The extension failed',
  rejection: 'The extension left a failure unhandled',
  react: 'React warns',
  component: 'A component cannot be drawn',
  link: 'A link is not allowed',
  host: 'The host failed',
};

/** What went wrong, in the frame where nobody overlooks it. */
export function Problems({ problems }: { problems: readonly Problem[] }): ReactNode {
  if (problems.length === 0) return null;
  return (
    <section className="uih-problems" aria-label="Problems">
      {problems.map((problem, index) => (
        <div key={index} className="uih-problem" role="alert">
          <p className="uih-problem-title">{titles[problem.kind]}</p>
          <p className="uih-problem-words">{problem.message}</p>
        </div>
      ))}
    </section>
  );
}
