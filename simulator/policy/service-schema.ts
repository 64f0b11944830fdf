import { z } from 'zod';
import { breakoutFault, conferenceFields } from './conference-fields';
import type { ObjectNames } from './object-names';
import { pinFault } from './pin-rules';
import { gatewayFields, playbackFields, receptionFields, testCallFields } from './routed-fields';
import { text, view } from './service-fields';

const lectureView = view.refine((name) => name !== 'five_mains_seven_pips', 'not for lectures');

/**
 * The `result` of a service configuration by Infinity's own rules (policy-api.md §4). Objects are loose: unknown keys are
 * tolerated, while one invalid value voids the whole answer.
 */
export function serviceConfigurationSchema(names: ObjectNames) {
  const conference = z.looseObject({
    ...conferenceFields(names),
    service_type: z.literal('conference'),
    view: view.optional(),
  });
  const lecture = z.looseObject({
    ...conferenceFields(names),
    service_type: z.literal('lecture'),
    host_view: lectureView.optional(),
    guest_view: lectureView.optional(),
    force_presenter_into_main: z.boolean().optional(),
    guests_can_see_guests: z.enum(['no_hosts', 'always', 'never']).optional(),
  });
  const gateway = z.looseObject({ ...gatewayFields(names), service_type: z.literal('gateway') });
  const reception = z.looseObject({ ...receptionFields(names), service_type: z.literal('two_stage_dialing') });
  const playback = z.looseObject({ ...playbackFields(names), service_type: z.literal('media_playback') });
  const testCall = z.looseObject({ ...testCallFields(names), service_type: z.literal('test_call') });

  return z
    .discriminatedUnion('service_type', [conference, lecture, gateway, reception, playback, testCall])
    .superRefine((service, context) => {
      const isRoom = service.service_type === 'conference' || service.service_type === 'lecture';
      const pins = isRoom || service.service_type === 'media_playback' ? pinFault(service) : null;
      const fault = pins ?? (isRoom ? breakoutFault(service) : null);
      if (fault) context.addIssue({ code: 'custom', path: [fault.field], message: fault.reason });
    });
}

export type ServiceConfiguration = z.infer<ReturnType<typeof serviceConfigurationSchema>>;

/** The `result` beside `action: "redirect"`. */
export const redirectionSchema = z.looseObject({ new_alias: text.min(1) });
