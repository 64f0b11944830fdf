import type { NowOrLater } from '@/lib/now-or-later';
import { answerAvatar } from './answer-avatar';
import { answerDirectory, answerRegistration } from './answer-directory';
import { answerLocation } from './answer-location';
import { answerParticipant } from './answer-participant';
import { answerService } from './answer-service';
import type { PolicyAnswer } from './policy-answer';
import type { PolicyQuestion } from './policy-question';
import type { PolicySources } from './policy-sources';

/**
 * Answers whatever a node asks, as of `now`, from its arguments alone. The same function for nodes and for the desk's tester.
 *
 * @throws DatabaseAway when the database is needed and cannot be reached
 */
export function decidePolicy(question: PolicyQuestion, sources: PolicySources, now: Date): NowOrLater<PolicyAnswer> {
  switch (question.request) {
    case 'service':
      return answerService(question, sources, now);
    case 'participant':
      return answerParticipant(question, sources, now);
    case 'location':
      return answerLocation(question, sources);
    case 'avatar':
      return answerAvatar(question, sources);
    case 'directory':
      return answerDirectory(question, sources, now);
    case 'registration':
      return answerRegistration(question, sources);
    case 'unknown':
      return {
        ...{ outcome: 'no-opinion', reason: 'not one of the six requests', alias: question.caller.localAlias },
        ...{ meetingId: null, content: { kind: 'no-opinion' } },
      };
  }
}
