import type { Picture } from './kit/picture';
import { about } from './scenes/about';
import { administration } from './scenes/administration';
import { announced } from './scenes/announced';
import { anrp } from './scenes/anrp';
import { areas } from './scenes/areas';
import { bangkok } from './scenes/bangkok';
import { brisbane } from './scenes/brisbane';
import { layers, rfcPath, standardsTrack } from './scenes/diagrams';
import { dns } from './scenes/dns';
import { dublin } from './scenes/dublin';
import { edhoc } from './scenes/edhoc';
import { greenPost } from './scenes/green';
import { groups } from './scenes/groups';
import { hackathon } from './scenes/hackathon';
import { hero } from './scenes/hero';
import { history } from './scenes/history';
import { http } from './scenes/http';
import { iot } from './scenes/iot';
import { iotWrapup } from './scenes/iot-wrapup';
import { keywords } from './scenes/keywords';
import { london } from './scenes/london';
import { madrid } from './scenes/madrid';
import { share, sponsorExchange, sponsorNetworks } from './scenes/marks';
import { meetings } from './scenes/meetings';
import { mls } from './scenes/mls';
import { montreal } from './scenes/montreal';
import { netmgmt } from './scenes/netmgmt';
import { next128, next129 } from './scenes/next';
import { participate } from './scenes/participate';
import { philadelphia } from './scenes/philadelphia';
import { prague } from './scenes/prague';
import { process } from './scenes/process';
import { routing } from './scenes/routing';
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
import { workshop } from './scenes/workshop';
import { yokohama } from './scenes/yokohama';

export const pictures: readonly Picture[] = [
  hero, about, technologies, meetings, process, participate, support, administration, groups, statements,
  netmgmt, iot, transport, security, dns, areas, keywords,
  wimse, greenPost, wit, edhoc, iotWrapup, anrp, http, mls, routing, history,
  bangkok, madrid, montreal, shenzhen, vienna, sanFrancisco, singapore, vancouver, next128, next129,
  prague, london, dublin, brisbane, yokohama, philadelphia,
  hackathon, workshop, announced,
  rfcPath, standardsTrack, layers,
  share, sponsorNetworks, sponsorExchange,
];
