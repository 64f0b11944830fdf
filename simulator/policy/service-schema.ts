import { z } from 'zod';
import { pinFault } from './pin-rules';
import { conferenceFields, identity, named, sharedFields, view, type ObjectNames } from './service-fields';

const text = z.string().max(250);

const lectureView = view.refine((name) => name !== 'five_mains_seven_pips', 'not for lectures');

const gatewayFields = {
  local_alias: text.min(1),
  remote_alias: text.min(1),
  outgoing_protocol: z.enum(['sip', 'h323', 'mssip', 'rtmp', 'gms', 'teams']),
  call_type: z.enum(['video', 'video-only', 'audio', 'auto']).optional(),
};

/**
 * The `result` of a service configuration by Infinity's own rules (policy-api.md §4). Objects are loose: unknown keys are
 * tolerated, while one invalid value voids the whole answer.
 */
export function serviceConfigurationSchema(names: ObjectNames) {
  const shared = sharedFields(names);
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
  const gateway = z.looseObject({
    ...shared,
    ...gatewayFields,
    service_type: z.literal('gateway'),
    outgoing_location_name: named(names.locations).optional(),
  });
  const reception = z.looseObject({
    ...shared,
    service_type: z.literal('two_stage_dialing'),
    match_string: text.optional(),
    replace_string: text.optional(),
    two_stage_dial_type: z.enum(['regular', 'mssip', 'gms', 'teams']).optional(),
    system_location_name: named(names.locations).optional(),
  });
  const playback = z.looseObject({
    ...identity,
    service_type: z.literal('media_playback'),
    media_playlist_name: text.min(1),
  });
  const testCall = z.looseObject({ ...shared, service_type: z.literal('test_call') });

  return z
    .discriminatedUnion('service_type', [conference, lecture, gateway, reception, playback, testCall])
    .superRefine((service, context) => {
      if (service.service_type !== 'conference' && service.service_type !== 'lecture') return;
      const fault = pinFault(service);
      if (fault) context.addIssue({ code: 'custom', path: [fault.field], message: fault.reason });
    });
}

export type ServiceConfiguration = z.infer<ReturnType<typeof serviceConfigurationSchema>>;
