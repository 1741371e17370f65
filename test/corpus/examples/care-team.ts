import type { Area } from './area.ts';
import { is, none } from './expectation.ts';

export const careTeam: Area = {
  'Care Team Narrative Only': [
    is('Composition', { 'section.code': '85847-2', 'section.text.div': /Uel B\. Better[\s\S]*Will Namaste/ }),
    none('CareTeam'),
  ],
  'Care Team Structured Entry': [
    is('CareTeam', {
      status: 'active',
      name: 'My Care Team',
      'period.start': '2018-10-08T14:26:00-05:00',
      'participant.role': ['PCP', 'PPRF'],
      'participant.member.practitioner.name': 'John D Smith MD',
      'participant.member.organization.name': 'Hope Woods Health Services',
    }),
  ],
};
