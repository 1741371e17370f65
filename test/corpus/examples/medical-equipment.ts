import type { Area } from './area.ts';
import { absent, count, is, none } from './expectation.ts';

const stent = { code: '609153008', status: 'completed', 'performedPeriod.start': '2016-04-13' };

export const medicalEquipment: Area = {
  'Implant UDI Organizer': [
    is('Device', {
      'udiCarrier.deviceIdentifier': '00848486001048',
      'udiCarrier.carrierHRF': '(01)00848486001048(11)181015(10)ABC999(21)bi12342222(17)221015',
      lotNumber: 'ABC999',
      serialNumber: 'bi12342222',
      manufactureDate: '2018-10-15',
      expirationDate: '2022-10-15',
      'deviceName.name': 'Example BrandName',
      modelNumber: 'Example Model Number',
      manufacturer: 'Example Company Name',
      partNumber: 'Example Catalog Number',
      type: '2282003',
      'property.valueCode': ['C106038', 'C113844', 'C45329'],
    }),
    count('Device', 1),
    is('Procedure', { status: 'completed', 'focalDevice.manipulated.lotNumber': 'ABC999' }),
  ],
  'Implant UDI Unknown': [
    is('Device', { type: 'Cardiac pacemaker', udiCarrier: absent }),
    is('Procedure', {
      code: '25267002',
      'performedPeriod.start': '2012',
      bodySite: '699646004',
      'focalDevice.manipulated.type': 'Cardiac pacemaker',
      'performer.actor.name': 'Winston Harry',
    }),
    is('Provenance', { 'agent.type': 'informant', 'target.code': '25267002' }),
  ],
  'Implant Without Procedure': [
    is('Procedure', {
      'bodySite.text': /left/i,
      'bodySite.coding.code': '72696002',
      'performedPeriod.start': '2016-04-13',
      'focalDevice.manipulated.serialNumber': '123777',
    }),
    is('Procedure', { bodySite: '82169009', 'focalDevice.manipulated.lotNumber': 'ABC124' }),
    is('Procedure', { 'bodySite.text': 'Left: Knee', 'focalDevice.manipulated.lotNumber': 'ABC721' }),
    count('Device', 3),
  ],
  'Multiple Implants': [
    is('Procedure', { ...stent, 'focalDevice.manipulated.lotNumber': ['ABC124', 'ABC125'] }),
    is('Device', { lotNumber: 'ABC124', manufactureDate: '2016-03-30' }),
    // (11)160542: there is no day 42.
    is('Device', { lotNumber: 'ABC125', manufactureDate: absent }),
  ],
  'No Implanted Devices': [
    is('Composition', { 'section.emptyReason': 'nilknown', 'section.code': '46264-8' }),
    none('Procedure'),
    none('Device'),
  ],
  'Non-Medicinal Supply - Cane and Eyeglasses': [
    is('DeviceUseStatement', {
      status: 'active',
      'device.type': ['50121007', 'Eye Glasses'],
      'timingPeriod.start': '2000-01-13',
      'timingPeriod.end': absent,
    }),
    is('DeviceUseStatement', { 'device.type': '87405001', 'timingPeriod.start': '2016-04-13' }),
  ],
};
