import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { CircleQuestionMark, RotateCw } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { useParts } from '../kiosk/kiosk-context.tsx';

/** A calm way on when a device is missing, taken or not allowed; which it is helps only the one who comes to help. */
export function DeviceTrouble(props: { readonly hasCamera: boolean; readonly hasMicrophone: boolean }) {
  const say = useMessages();
  const { kiosk, devices } = useParts();
  const { hasCamera, hasMicrophone } = props;
  const title = hasCamera ? 'devices.noMicrophone' : hasMicrophone ? 'devices.noCamera' : 'devices.neither';
  return (
    <Notice
      tone="warn"
      title={say(title)}
      todo={say(hasMicrophone ? 'devices.noCameraTodo' : 'devices.noMicrophoneTodo')}
      actions={
        <>
          <Button icon={RotateCw} onPress={() => void devices.open()}>
            {say('again.try')}
          </Button>
          <Button icon={CircleQuestionMark} onPress={() => void kiosk.requestHelp()}>
            {say('staff.call')}
          </Button>
        </>
      }
    />
  );
}
