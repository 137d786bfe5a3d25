import type { ComponentType, ReactNode } from 'react';
import { createController } from '@remote-ui/react/host';
import { Button } from './actions/button.tsx';
import { ButtonRow } from './actions/button-row.tsx';
import { Dropdown, DropdownButtonItem } from './actions/dropdown.tsx';
import { Image } from './actions/image.tsx';
import { Link } from './actions/link.tsx';
import { LoadingButton } from './actions/loading-button.tsx';
import * as tags from './actions/tags.tsx';
import { BarChart } from './charts/bar-chart.tsx';
import { LineChart } from './charts/line-chart.tsx';
import { ComponentBoundary } from './component-boundary.tsx';
import { Accordion } from './containers/accordion.tsx';
import * as dialogs from './containers/dialogs.tsx';
import * as table from './containers/table.tsx';
import { Tab, Tabs } from './containers/tabs.tsx';
import { Tooltip } from './containers/tooltip.tsx';
import { CrmActionButton, CrmActionLink, CrmPropertyList, crmPlaceholders } from './crm/crm.tsx';
import * as experimental from './experimental.tsx';
import { Icon } from './figures/icons.tsx';
import { ProgressBar } from './figures/progress-bar.tsx';
import { ScoreCircle } from './figures/score-circle.tsx';
import * as states from './figures/states.tsx';
import * as statistics from './figures/statistics.tsx';
import { StepIndicator } from './figures/step-indicator.tsx';
import { Checkbox, RadioButton } from './inputs/checks.tsx';
import { DateInput } from './inputs/date-input.tsx';
import { Form } from './inputs/form.tsx';
import { MultiSelect } from './inputs/multi-select.tsx';
import { CurrencyInput, NumberInput } from './inputs/number-inputs.tsx';
import { Select } from './inputs/select.tsx';
import { StepperInput } from './inputs/stepper-input.tsx';
import { Input, SearchInput, TextArea } from './inputs/text-inputs.tsx';
import { TimeInput } from './inputs/time-input.tsx';
import { Toggle } from './inputs/toggle.tsx';
import { ToggleGroup } from './inputs/toggle-group.tsx';
import { AutoGrid, Box, Card, Inline, Tile } from './layout/boxes.tsx';
import { Flex, Stack } from './layout/flex.tsx';
import * as home from './pages/home.tsx';
import * as pages from './pages/pages.tsx';
import * as lists from './texts/lists.tsx';
import * as texts from './texts/texts.tsx';
import { Unknown } from './unknown.tsx';

// What arrives from a worker is only known to be what the package's types say.
type AnyComponent = ComponentType<never>;

/** Those that have a variant with spacing among the experimental components. */
const spaced = {
  Flex,
  Box,
  Inline,
  AutoGrid,
  ButtonRow,
  Button,
  LoadingButton,
  Input,
  TextArea,
  NumberInput,
  DateInput,
  TimeInput,
  CurrencyInput,
  StepperInput,
  SearchInput,
  Select,
  MultiSelect,
  Checkbox,
  RadioButton,
  Toggle,
};

/** Every component by the name it has in the worker. */
const components: Readonly<Record<string, AnyComponent>> = {
  ...spaced,
  ...Object.fromEntries(Object.entries(spaced).map(([name, each]) => [`Experimental${name}`, each])),
  ...tags,
  ...dialogs,
  ...table,
  ...states,
  ...statistics,
  ...lists,
  ...texts,
  ...pages,
  ...home,
  ...experimental,
  ...crmPlaceholders,
  Accordion,
  BarChart,
  Card,
  CrmActionButton,
  CrmActionLink,
  CrmPropertyList,
  Dropdown,
  DropdownButtonItem,
  Form,
  Icon,
  Image,
  LineChart,
  Link,
  ProgressBar,
  ScoreCircle,
  Stack,
  StepIndicator,
  Tab,
  Tabs,
  Textarea: TextArea,
  Tile,
  ToggleGroup,
  Tooltip,
};

const guarded = new Map<string, ComponentType<Record<string, unknown>>>();

function guardedComponent(name: string): ComponentType<Record<string, unknown>> {
  const known = guarded.get(name);
  if (known !== undefined) return known;
  const Implementation = Object.hasOwn(components, name)
    ? (components[name] as ComponentType<Record<string, unknown>>)
    : null;
  const Guarded = (props: Record<string, unknown>): ReactNode => (
    <ComponentBoundary name={name}>
      {Implementation === null ? <Unknown name={name} /> : <Implementation {...props} />}
    </ComponentBoundary>
  );
  guarded.set(name, Guarded);
  return Guarded;
}

/** Finds the component for what the worker asks to draw. */
export const controller: ReturnType<typeof createController> = {
  ...createController({}),
  get: (type) => guardedComponent(String(type)),
};
