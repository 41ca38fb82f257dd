import type { Picture } from './kit/picture';
import { about } from './scenes/about';
import { administration } from './scenes/administration';
import { anrp } from './scenes/anrp';
import { areas } from './scenes/areas';
import { bangkok } from './scenes/bangkok';
import { layers, rfcPath, standardsTrack } from './scenes/diagrams';
import { dns } from './scenes/dns';
import { edhoc } from './scenes/edhoc';
import { greenPost } from './scenes/green';
import { groups } from './scenes/groups';
import { hero } from './scenes/hero';
import { iot } from './scenes/iot';
import { iotWrapup } from './scenes/iot-wrapup';
import { keywords } from './scenes/keywords';
import { madrid } from './scenes/madrid';
import { share, sponsorExchange, sponsorNetworks } from './scenes/marks';
import { meetings } from './scenes/meetings';
import { montreal } from './scenes/montreal';
import { netmgmt } from './scenes/netmgmt';
import { next128, next129 } from './scenes/next';
import { participate } from './scenes/participate';
import { process } from './scenes/process';
import { sanFrancisco } from './scenes/san-francisco';
import { security } from './scenes/security';
import { shenzhen } from './scenes/shenzhen';
import { singapore } from './scenes/singapore';
import { statements } from './scenes/statements';
import { support } from './scenes/support';
import { technologies } from './scenes/technologies';
import { transport } from './scenes/transport';
import { vancouver } from './scenes/vancouver';
import { vienna } from './scenes/vienna';
import { wimse } from './scenes/wimse';
import { wit } from './scenes/wit';

export const pictures: readonly Picture[] = [
  hero, about, technologies, meetings, process, participate, support, administration, groups, statements,
  netmgmt, iot, transport, security, dns, areas, keywords,
  wimse, greenPost, wit, edhoc, iotWrapup, anrp,
  bangkok, madrid, montreal, shenzhen, vienna, sanFrancisco, singapore, vancouver, next128, next129,
  rfcPath, standardsTrack, layers,
  share, sponsorNetworks, sponsorExchange,
];
